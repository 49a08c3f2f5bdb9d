using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 17: what the heater loses, from the energy that it took and how its temperature moved in about half a second.
    /// Losses of less than -5 W or more than 13 W are no heater's, however its parameters spread (30 % of the heat
    /// capacity are worth 4 W in the fastest rise): power or temperature is not what it seems. Three in a row trip.
    /// </summary>
    public sealed class HeatBalanceCheck
    {
        public const int Row = 17;

        private const int WindowMs = 500;
        private const float HeatCapacity = 0.075f;
        private const float LowestWatts = -5f;
        private const float HighestWatts = 13f;
        private const int NeededWindows = 3;

        private int windowMs = -1;
        private float joules;
        private float celsius;
        private int count;

        /// <summary>It went on: the warning becomes a trip.</summary>
        public bool Escalates => count >= NeededWindows;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            if (!context.Heating || !context.HasResistance)
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
                float kept = HeatCapacity * (context.Celsius - celsius);
                float watts = (context.SessionJoules - joules - kept) * 1000f / windowMs;
                count = Finite.IsWithin(watts, LowestWatts, HighestWatts) ? 0 : count + 1;
                windowMs = 0;
            }

            joules = context.SessionJoules;
            celsius = context.Celsius;
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
