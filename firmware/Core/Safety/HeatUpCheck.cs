using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 13: a heater that takes power in the preheat must get hotter. Over each second both sensors have to rise by
    /// half of what is left of the energy after the largest losses, in the heaviest heater (all parameters 30 % off).
    /// And it must take power: a controller that gives none for 4 s, because it believes neither sensor or for whatever
    /// else, has nothing to preheat with. An empty cell is row 38's.
    /// </summary>
    public sealed class HeatUpCheck
    {
        public const int Row = 13;

        private const int WindowMs = 1000;
        private const float BelowTargetCelsius = 40f;
        private const float FirstJoules = 5f;

        /// <summary>1.3 × 0.075 J/K.</summary>
        private const float HeatCapacity = 0.0975f;

        /// <summary>1.3 × (0.011 + 0.0015) W/K, from 0 °C up, and a puff.</summary>
        private const float LossWattsPerCelsius = 0.0163f;
        private const float PuffWatts = 2f;

        private const float LeastRiseCelsius = 5f;

        private const int UnheatedMs = 4000;
        private const float UnheatedWatts = 0.25f;

        private int unheatedMs;
        private int windowMs = -1;
        private float joules;
        private float couple;
        private float celsius;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            if (!context.Heating || context.Demand.Phase != HeatPhase.Preheat)
            {
                Reset();
                return false;
            }

            return RisesTooSlowly(context) || TakesNothing(context);
        }

        /// <summary>Forgets what it counted; a trip is released.</summary>
        public void Reset()
        {
            windowMs = -1;
            unheatedMs = 0;
        }

        private bool TakesNothing(SafetyContext context)
        {
            unheatedMs = Finite.IsWithin(context.MeanWatts, 0f, UnheatedWatts) ? unheatedMs + context.TurnMs : 0;
            return unheatedMs >= UnheatedMs && !context.CellStarved;
        }

        private bool RisesTooSlowly(SafetyContext context)
        {
            float limit = context.Demand.SetpointCelsius - BelowTargetCelsius;
            if (context.SessionJoules <= FirstJoules || !Finite.IsWithin(context.Celsius, -100f, limit))
            {
                windowMs = -1;
                return false;
            }

            if (windowMs >= 0)
            {
                windowMs += context.TurnMs;
                if (windowMs < WindowMs)
                {
                    return false;
                }

                float seconds = windowMs / 1000f;
                float kept = context.SessionJoules - joules - (((LossWattsPerCelsius * context.Celsius) + PuffWatts) * seconds);
                float least = 0.5f * kept / HeatCapacity;
                if (least > LeastRiseCelsius
                    && !(context.Inputs.ThermocoupleCelsius - couple >= least && context.Celsius - celsius >= least))
                {
                    return true;
                }
            }

            windowMs = 0;
            joules = context.SessionJoules;
            couple = context.Inputs.ThermocoupleCelsius;
            celsius = context.Celsius;
            return false;
        }
    }
}
