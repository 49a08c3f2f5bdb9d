using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>Decides whether a session may start now, and if not why. Changes nothing.</summary>
    public sealed class StartGate
    {
        private readonly Settings settings;
        private readonly BatteryGauge gauge;

        public StartGate(Settings settings, BatteryGauge gauge)
        {
            this.settings = settings;
            this.gauge = gauge;
        }

        /// <summary>What the last refusal was measured on: degrees Celsius, percent or a row; 0 for none.</summary>
        public int Value { get; private set; }

        /// <summary>
        /// Looks at everything that speaks against a start. A tripped check that is no lock-out is released by a
        /// deliberate start (<paramref name="releasesTrip"/>), not by a stick that is pushed in.
        /// </summary>
        public StartRefusal Check(BoardInputs inputs, HeaterView heater, AmbientWindow ambient, bool stickPresent, bool updating,
            bool releasesTrip)
        {
            Value = 0;
            if (updating)
            {
                return StartRefusal.Updating;
            }

            if (inputs.Docked || inputs.ChargerActive)
            {
                return StartRefusal.Docked;
            }

            if (heater.FaultRow != 0 && (heater.FaultLatched || !releasesTrip))
            {
                Value = heater.FaultRow;
                return StartRefusal.Fault;
            }

            if (settings.Locked)
            {
                return StartRefusal.Locked;
            }

            if (!stickPresent)
            {
                return StartRefusal.NoStick;
            }

            return CheckTemperatureAndEnergy(inputs, ambient);
        }

        private StartRefusal CheckTemperatureAndEnergy(BoardInputs inputs, AmbientWindow ambient)
        {
            if (ambient.Cold || ambient.Hot)
            {
                Value = inputs.BoardMilliCelsius / 1000;
                return ambient.Cold ? StartRefusal.AmbientCold : StartRefusal.AmbientHot;
            }

            if (inputs.CellMilliCelsius < SessionRules.CellColdMilliCelsius
                || inputs.CellMilliCelsius > SessionRules.CellHotMilliCelsius)
            {
                Value = inputs.CellMilliCelsius / 1000;
                return StartRefusal.CellTemperature;
            }

            if (gauge.CanStartSession)
            {
                return StartRefusal.None;
            }

            // The same cell would do once warm: its voltage is what is missing, not its charge.
            bool cold = gauge.HasSample && gauge.UsesLeftWarm > 0;
            Value = cold ? gauge.CellDeciCelsius / 10 : gauge.ShownSocPercent;
            return cold ? StartRefusal.Voltage : StartRefusal.Energy;
        }
    }
}
