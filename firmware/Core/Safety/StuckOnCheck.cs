using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Firmware.Core.Safety
{
    /// <summary>
    /// Row 15: a heater that gets hotter though nothing drives it. It follows the lowest temperature seen, which may
    /// rise by 5 °C a second (a hot place warms an empty heater by less), and fires 5 °C above it.
    /// </summary>
    public sealed class StuckOnCheck
    {
        public const int Row = 15;

        private const float RiseCelsius = 5f;
        private const float RiseCelsiusPerMs = 0.005f;

        /// <summary>The thermocouple lags behind the heater that was just driven.</summary>
        private const int LagMs = 500;

        /// <summary>Outside of this the sensor is broken, which is for other rows.</summary>
        private const float LowestCelsius = -25f;
        private const float HighestCelsius = 445f;

        /// <summary>No heater rises by more than this: a sensor that jumps was broken, or is.</summary>
        private const float FastestCelsiusPerMs = 0.3f;

        private int offMs;
        private float lowest;
        private float last;

        /// <summary>Looks at one turn.</summary>
        /// <returns>True while it fires.</returns>
        public bool Step(SafetyContext context)
        {
            float celsius = context.Inputs.ThermocoupleCelsius;
            bool jumped = celsius - last > FastestCelsiusPerMs * context.TurnMs;
            last = celsius;
            if (context.Heating || jumped || !Finite.IsWithin(celsius, LowestCelsius, HighestCelsius))
            {
                offMs = 0;
                return false;
            }

            if (offMs <= LagMs)
            {
                offMs += context.TurnMs;
                lowest = celsius;
                return false;
            }

            lowest += RiseCelsiusPerMs * context.TurnMs;
            lowest = celsius < lowest ? celsius : lowest;
            return celsius > lowest + RiseCelsius;
        }

        /// <summary>Forgets what it counted; a trip is released.</summary>
        public void Reset()
        {
            offMs = 0;
        }
    }
}
