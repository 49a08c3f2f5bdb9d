namespace IqosDevice.Portal.Support;

/// <summary>How and when support is reached.</summary>
/// <param name="Ways">Where.</param>
/// <param name="OpenNow">Whether somebody answers now.</param>
/// <param name="Hours">When somebody answers, for each day of the week.</param>
/// <param name="TimeZone">Time zone of the hours, as in the time zone database.</param>
public sealed record ContactView(IReadOnlyList<ContactWay> Ways, bool OpenNow, IReadOnlyList<OpeningDay> Hours, string TimeZone)
{
    public static ContactView At(SupportContent content, DateTimeOffset now) => new(
        content.Contacts,
        OpeningHours.IsOpen(now),
        [.. Enum.GetValues<DayOfWeek>().Select(day => new OpeningDay(day, OpeningHours.Of(day).Open, OpeningHours.Of(day).Close))],
        "Europe/Budapest");
}
