using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>Decides when preheating is done: soaked long enough and the heater settled at its set point.</summary>
    public sealed class ReadyDetector
    {
        private bool near;
        private int nearMs;

        /// <summary>A new session starts.</summary>
        public void Reset()
        {
            near = false;
            nearMs = 0;
        }

        /// <summary>One step of preheating; <paramref name="elapsedMs"/> since the last step, at least 0.</summary>
        /// <returns>True once the holder is ready.</returns>
        public bool Step(int elapsedMs, int sinceStartMs, HeaterView heater, float setpointCelsius)
        {
            float error = heater.Celsius - setpointCelsius;
            bool nearNow = heater.Valid && !float.IsNaN(error)
                && error >= -SessionRules.ReadyBandCelsius && error <= SessionRules.ReadyBandCelsius;
            nearMs = nearNow && near ? nearMs + elapsedMs : 0;
            near = nearNow;
            return nearMs >= SessionRules.ReadyDwellMs && sinceStartMs >= SessionRules.MinimumPreheatMs;
        }
    }
}
