using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Support;

/// <summary>When support answers: weekdays 8 to 22, weekends 10 to 18, in Budapest.</summary>
public static class OpeningHours
{
    private static readonly (TimeOnly Open, TimeOnly Close) Weekday = (new TimeOnly(8, 0), new TimeOnly(22, 0));
    private static readonly (TimeOnly Open, TimeOnly Close) Weekend = (new TimeOnly(10, 0), new TimeOnly(18, 0));

    public static (TimeOnly Open, TimeOnly Close) Of(DayOfWeek day) => day is DayOfWeek.Saturday or DayOfWeek.Sunday ? Weekend : Weekday;

    /// <summary>Whether somebody answers at an instant: from the minute of opening, up to that of closing.</summary>
    public static bool IsOpen(DateTimeOffset instant)
    {
        DateTimeOffset local = BudapestTime.At(instant);
        (TimeOnly open, TimeOnly close) = Of(local.DayOfWeek);
        TimeOnly time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        return time >= open && time < close;
    }
}
