using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 7: a thermocouple that is colder than any place where the holder is used, or that stays cold while the heater
    /// takes energy: 60 J heat the heaviest heater by more than 300 °C.
    /// </summary>
    public static class ColdSensorCheck
    {
        public const int Row = 7;

        private const float LowestCelsius = -20f;
        private const float WarmCelsius = 40f;
        private const float WarmingJoules = 60f;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True while it fires.</returns>
        public static bool Step(SafetyContext context)
        {
            float lowest = context.SessionJoules >= WarmingJoules ? WarmCelsius : LowestCelsius;
            return context.Heating && Finite.IsWithin(context.Inputs.ThermocoupleCelsius, -1000f, lowest);
        }
    }
}
