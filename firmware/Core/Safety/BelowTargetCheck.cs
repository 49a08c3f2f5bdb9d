using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 14: a heater that has been at its set point and falls away from it although the cell could hold it: what is
    /// missing beyond 10 °C adds up to 30 °C·s. An empty cell is row 38's.
    /// </summary>
    public sealed class BelowTargetCheck
    {
        public const int Row = 14;

        private const float AllowedCelsius = 10f;
        private const float LimitCelsiusMs = 30000f;

        private float missing;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            float below = context.Demand.SetpointCelsius - AllowedCelsius - context.Celsius;
            if (!context.Heating || !context.Settled || context.CellStarved || Finite.IsWithin(below, -1000f, 0f))
            {
                missing = 0f;
                return false;
            }

            missing += Finite.IsWithin(below, 0f, 1000f) ? below * context.TurnMs : 0f;
            return missing >= LimitCelsiusMs;
        }

        /// <summary>Forgets what it counted; a trip is released.</summary>
        public void Reset()
        {
            missing = 0f;
        }
    }
}
