using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 24: a set point outside 200 to 350 °C is refused, whoever asked for it. A pause holds 150 °C and may ask
    /// for no more than 200.
    /// </summary>
    public static class SetpointCheck
    {
        public const int Row = 24;

        private const float LowestCelsius = 200f;
        private const float HighestCelsius = 350f;
        private const float LowestPausedCelsius = 100f;

        /// <summary>Looks at one tick.</summary>
        /// <returns>True while it fires.</returns>
        public static bool Step(SafetyContext context)
        {
            bool paused = context.Demand.Phase == HeatPhase.Paused;
            float low = paused ? LowestPausedCelsius : LowestCelsius;
            float high = paused ? LowestCelsius : HighestCelsius;
            return !Finite.IsWithin(context.Demand.SetpointCelsius, low, high);
        }
    }
}
