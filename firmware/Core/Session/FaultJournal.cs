using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>Writes tripped checks into the event log, and lock-outs where they survive a power cut.</summary>
    public sealed class FaultJournal
    {
        private readonly UsageCounters usage;
        private readonly EventLog log;
        private int lastRow;

        public FaultJournal(UsageCounters usage, EventLog log)
        {
            this.usage = usage;
            this.log = log;
        }

        /// <summary>Looks at the heater; writes at most one entry a trip.</summary>
        public void Step(HeaterView heater, uint rtcSeconds)
        {
            int row = heater.FaultRow;
            bool restored = heater.FaultLatched && row == usage.LatchedFaultRow;
            if (row != 0 && row != lastRow && !restored)
            {
                log.Add(EventKind.Fault, row & 0xFF, CelsiusRounding.WholeCelsius(heater.Celsius), rtcSeconds);
            }

            if (row != 0 && heater.FaultLatched && !restored)
            {
                usage.LatchedFaultRow = row;
                usage.Dirty = true;
            }

            lastRow = row;
        }
    }
}
