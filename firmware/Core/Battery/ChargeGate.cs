using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>Decides whether the charger chip may charge the cell (checklist rows 40 and 42).</summary>
    public sealed class ChargeGate
    {
        private const int ColdMilliCelsius = 0;
        private const int HotMilliCelsius = 45000;
        private const int HysteresisMilliCelsius = 2000;
        private const long StaleMs = 5000;

        private bool allowed;

        /// <summary>
        /// True while docked with the heater off, a cell between 0 and 45 degrees Celsius that is being watched, and a
        /// source to charge from (<paramref name="sourceReady"/>).
        /// </summary>
        public bool Step(long nowMs, BoardInputs inputs, bool heaterOn, bool sourceReady)
        {
            int margin = allowed ? 0 : HysteresisMilliCelsius;
            bool inRange = inputs.CellMilliCelsius >= ColdMilliCelsius + margin
                && inputs.CellMilliCelsius <= HotMilliCelsius - margin;
            bool watched = inputs.CellSampleMs >= 0 && nowMs - inputs.CellSampleMs <= StaleMs;
            allowed = inputs.Docked && !heaterOn && sourceReady && inRange && watched;
            return allowed;
        }
    }
}
