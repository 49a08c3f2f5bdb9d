using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 18: mean power over three seconds at the set point of a session. A heater that holds 335 °C takes 1.2 W at
    /// least and 7 W at most, puffs included; less means that something else heats it or that it is not as hot as it
    /// seems, more that heat goes where it should not. Twice in a row trips.
    /// </summary>
    public sealed class HoldPowerCheck
    {
        public const int Row = 18;

        private const int WindowMs = 3000;
        private const float LowestWatts = 0.9f;
        private const float HighestWatts = 9f;
        private const int NeededWindows = 2;

        private int windowMs = -1;
        private float joules;
        private int count;

        /// <summary>It went on: the warning becomes a trip.</summary>
        public bool Escalates => count >= NeededWindows;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            // A cell that is empty is row 38's.
            bool holds = context.Heating && context.Settled && !context.CellStarved && context.Demand.Phase == HeatPhase.Hold;
            if (!holds)
            {
                Reset();
                return false;
            }

            windowMs = windowMs < 0 ? 0 : windowMs + context.TurnMs;
            if (windowMs > 0 && windowMs < WindowMs)
            {
                return count > 0;
            }

            if (windowMs >= WindowMs)
            {
                float watts = (context.SessionJoules - joules) * 1000f / windowMs;
                count = Finite.IsWithin(watts, LowestWatts, HighestWatts) ? 0 : count + 1;
                windowMs = 0;
            }

            joules = context.SessionJoules;
            return count > 0;
        }

        /// <summary>Forgets what it counted; a trip is released.</summary>
        public void Reset()
        {
            windowMs = -1;
            count = 0;
        }
    }
}
