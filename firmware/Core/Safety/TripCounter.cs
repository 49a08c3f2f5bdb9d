using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 33: the third trip within 24 hours locks out. The event log remembers the trips, over restarts too; what
    /// was before the last service does not count. Without a clock every trip that the log has counts.
    /// </summary>
    public static class TripCounter
    {
        public const int Row = 33;

        private const int AllowedTrips = 2;
        private const uint DaySeconds = 86400;

        /// <summary>The trips in the log are one too many.</summary>
        /// <param name="events">The log, with the latest trip in it.</param>
        /// <param name="rtcSeconds">Real-time clock, seconds since 2010-01-01.</param>
        public static bool IsOneTooMany(EventLog events, uint rtcSeconds)
        {
            uint fromSeconds = rtcSeconds > DaySeconds ? rtcSeconds - DaySeconds : 0;
            return events.CountSince(EventKind.Fault, EventKind.Serviced, fromSeconds) > AllowedTrips;
        }
    }
}
