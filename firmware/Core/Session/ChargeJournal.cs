using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>Writes the beginning and the end of charging into the event log.</summary>
    public sealed class ChargeJournal
    {
        private readonly EventLog log;
        private readonly BatteryGauge gauge;
        private bool charging;

        public ChargeJournal(EventLog log, BatteryGauge gauge)
        {
            this.log = log;
            this.gauge = gauge;
        }

        /// <summary>The cell is being charged.</summary>
        public bool Charging => charging;

        /// <summary>Looks at the charger.</summary>
        /// <returns>True where charging began in this step.</returns>
        public bool Step(BoardInputs inputs)
        {
            bool now = inputs.Docked && inputs.ChargerActive;
            if (now == charging)
            {
                return false;
            }

            charging = now;
            log.Add(now ? EventKind.ChargeStarted : EventKind.ChargeEnded, 0, gauge.ShownSocPercent, inputs.RtcSeconds);
            return now;
        }
    }
}
