using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 16: a heater that has been at its set point and leaves it: 15 °C above for half a second, 25 °C below for
    /// three with a cell that could hold it. A temperature that is no number counts as too high.
    /// </summary>
    public sealed class ExcursionCheck
    {
        public const int Row = 16;

        private const float AboveCelsius = 15f;
        private const float BelowCelsius = -25f;
        private const int AboveMs = 500;
        private const int BelowMs = 3000;

        private int aboveMs;
        private int belowMs;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            if (!context.Heating || !context.Settled)
            {
                Reset();
                return false;
            }

            float error = context.Celsius - context.Demand.SetpointCelsius;
            aboveMs = Finite.IsWithin(error, -1000f, AboveCelsius) ? 0 : aboveMs + context.TurnMs;
            bool below = Finite.IsWithin(error, -1000f, BelowCelsius) && !context.CellStarved;
            belowMs = below ? belowMs + context.TurnMs : 0;
            return aboveMs >= AboveMs || belowMs >= BelowMs;
        }

        /// <summary>Forgets what it counted; a trip is released.</summary>
        public void Reset()
        {
            aboveMs = 0;
            belowMs = 0;
        }
    }
}
