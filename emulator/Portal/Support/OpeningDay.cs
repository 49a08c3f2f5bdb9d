namespace IqosDevice.Portal.Support;

/// <summary>When support answers on a day of the week.</summary>
/// <param name="Day">The day.</param>
/// <param name="Open">From then on.</param>
/// <param name="Close">Up to then.</param>
public sealed record OpeningDay(DayOfWeek Day, TimeOnly Open, TimeOnly Close);
