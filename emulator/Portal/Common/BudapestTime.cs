namespace IqosDevice.Portal.Common;

/// <summary>
/// Local time of the service: UTC+1, and UTC+2 between the last Sundays of March and October at 01:00 UTC (Directive
/// 2000/84/EC). Written down here because a machine need not have a time zone database.
/// </summary>
public static class BudapestTime
{
    private static readonly TimeZoneInfo Zone = CreateZone();

    public static DateTimeOffset At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(At(instant).DateTime);

    private static TimeZoneInfo CreateZone()
    {
        var daylight = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date,
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            LastSunday(month: 3, hour: 2),
            LastSunday(month: 10, hour: 3));
        return TimeZoneInfo.CreateCustomTimeZone("Europe/Budapest", TimeSpan.FromHours(1), "Budapest", "CET", "CEST", [daylight]);
    }

    // Week 5 is the last of the month.
    private static TimeZoneInfo.TransitionTime LastSunday(int month, int hour) =>
        TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, hour, 0, 0, DateTimeKind.Unspecified), month, 5, DayOfWeek.Sunday);
}
