using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Safety;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core
{
    /// <summary>
    /// What becomes of trips after the tick: the line for the developer, warnings in the event log, the lock-out after
    /// the third trip of a day, and the service that ends a lock-out.
    /// </summary>
    public sealed class TripJournal
    {
        /// <summary>The service contact must be closed this long.</summary>
        public const int ServiceMs = 3000;

        private readonly Supervisor supervisor;
        private readonly HolderStatus status;
        private readonly UsageCounters usage;
        private readonly EventLog events;
        private readonly ILogPort log;
        private int lastRow;
        private long toldWarnings;
        private long openMs = -1;
        private bool serviced;

        public TripJournal(Supervisor supervisor, HolderStatus status, UsageCounters usage, EventLog events, ILogPort log)
        {
            this.supervisor = supervisor;
            this.status = status;
            this.usage = usage;
            this.events = events;
            this.log = log;
        }

        /// <summary>One step, after the heater's.</summary>
        public void Step(long nowMs, BoardInputs inputs)
        {
            if (status.FaultRow != lastRow)
            {
                lastRow = status.FaultRow;
                NoteTrip(inputs.RtcSeconds);
            }

            int warning = supervisor.WarningRow;
            if (warning != 0 && (toldWarnings & (1L << warning)) == 0)
            {
                // Once from power-on to power-off: a warning that comes and goes must not fill the log.
                toldWarnings |= 1L << warning;
                events.Add(EventKind.Warning, warning, 0, inputs.RtcSeconds);
            }

            WatchServiceContact(nowMs, inputs);
        }

        private void NoteTrip(uint rtcSeconds)
        {
            if (lastRow == 0)
            {
                return;
            }

            SafetyRow row = SafetyTable.RowOf(lastRow);
            if (row != null)
            {
                log.Write("Safety: row " + lastRow.ToString() + ", " + row.Name + ". " + row.Text + " See " + row.Section);
            }

            if (!status.FaultLatched && TripCounter.IsOneTooMany(events, rtcSeconds))
            {
                supervisor.LockOut(TripCounter.Row);
            }
        }

        /// <summary>The one way out of a lock-out: the contact inside the case, closed for three seconds with the heater off.</summary>
        private void WatchServiceContact(long nowMs, BoardInputs inputs)
        {
            if (!inputs.ServiceContact || status.HeaterOn)
            {
                openMs = nowMs;
                serviced = false;
                return;
            }

            if (!serviced && openMs >= 0 && nowMs - openMs >= ServiceMs)
            {
                serviced = true;
                events.Add(EventKind.Serviced, usage.LatchedFaultRow, 0, inputs.RtcSeconds);
                usage.LatchedFaultRow = 0;
                usage.Dirty = true;
                supervisor.Service();
            }
        }
    }
}
