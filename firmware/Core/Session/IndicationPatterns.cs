namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>
    /// Every pattern of the holder as data: steps of a duration, five brightnesses and the motor's strength, played a
    /// number of times. Two tables of bytes instead of an object a pattern, which would cost six times the heap.
    /// </summary>
    public static class IndicationPatterns
    {
        /// <summary>Lights a step sets: top, second, third, bottom white, bottom red.</summary>
        public const int LightCount = 5;

        private const int DurationUnitMs = 10;
        private const int PermillePerPercent = 10;

        // Of each pattern: how many steps it has, and how often it is played; 0 = until something else comes.
        private const int ShapeColumns = 2;

        private static readonly byte[] Shapes =
        {
            1, 0, // Dark
            4, 0, // Preheat
            1, 0, // Session
            2, 0, // EndWarning
            2, 0, // Paused
            2, 0, // Charging
            2, 0, // Error
            6, 1, // Reset
            1, 3, // OneUse
            1, 3, // TwoUses
            1, 3, // ThreeUses
            2, 5, // LowBattery
            2, 2, // TemperatureRange
            2, 3, // RefusedLocked
            2, 3, // RefusedDocked
            2, 2, // RefusedNoStick
            2, 3, // RefusedUpdating
            2, 4, // RefusedFault
            2, 3, // RefusedVoltage
            1, 1, // VibrateOnce
            2, 2, // VibrateTwice
            1, 1, // VibrateTick
            2, 0, // Find
        };

        // Steps of all patterns, one after another: tens of milliseconds (0 = this step stays), then percent of top, second,
        // third, bottom white, bottom red and vibration. Bottom white and red together are yellow.
        private const int StepColumns = 2 + LightCount;

        private static readonly byte[] Steps =
        {
            0, 0, 0, 0, 0, 0, 0, // Dark
            20, 10, 10, 10, 0, 0, 0, // Preheat
            20, 40, 40, 40, 0, 0, 0,
            40, 100, 100, 100, 0, 0, 0,
            20, 40, 40, 40, 0, 0, 0,
            0, 100, 100, 100, 0, 0, 0, // Session
            30, 100, 0, 0, 0, 0, 0, // EndWarning
            30, 20, 0, 0, 0, 0, 0,
            100, 30, 30, 30, 0, 0, 0, // Paused
            100, 5, 5, 5, 0, 0, 0,
            100, 0, 0, 0, 80, 0, 0, // Charging
            100, 0, 0, 0, 10, 0, 0,
            50, 0, 0, 0, 0, 100, 0, // Error
            50, 0, 0, 0, 0, 0, 0,
            100, 0, 0, 0, 0, 0, 0, // Reset
            25, 100, 100, 100, 100, 0, 0,
            25, 0, 0, 0, 0, 0, 0,
            25, 100, 100, 100, 100, 0, 0,
            25, 0, 0, 0, 0, 0, 0,
            100, 100, 100, 100, 100, 0, 0,
            100, 0, 0, 100, 0, 0, 0, // OneUse
            100, 0, 100, 100, 0, 0, 0, // TwoUses
            100, 100, 100, 100, 0, 0, 0, // ThreeUses
            40, 0, 0, 0, 70, 70, 0, // LowBattery
            40, 0, 0, 0, 0, 0, 0,
            30, 100, 100, 100, 100, 0, 0, // TemperatureRange
            30, 0, 0, 0, 0, 0, 0,
            10, 100, 100, 100, 0, 0, 0, // RefusedLocked
            15, 0, 0, 0, 0, 0, 0,
            10, 0, 0, 0, 100, 0, 0, // RefusedDocked
            15, 0, 0, 0, 0, 0, 0,
            20, 100, 0, 0, 0, 0, 0, // RefusedNoStick
            20, 0, 0, 0, 0, 0, 0,
            20, 0, 100, 0, 0, 0, 0, // RefusedUpdating
            20, 0, 0, 0, 0, 0, 0,
            12, 0, 0, 0, 0, 100, 0, // RefusedFault
            12, 0, 0, 0, 0, 0, 0,
            30, 0, 0, 0, 70, 70, 0, // RefusedVoltage
            30, 100, 100, 100, 0, 0, 0,
            20, 0, 0, 0, 0, 0, 100, // VibrateOnce
            20, 0, 0, 0, 0, 0, 100, // VibrateTwice
            15, 0, 0, 0, 0, 0, 0,
            6, 0, 0, 0, 0, 0, 60, // VibrateTick
            50, 0, 0, 0, 0, 0, 100, // Find
            50, 0, 0, 0, 0, 0, 0,
        };

        /// <summary>How many patterns there are; <see cref="IndicationPattern.None"/> is none.</summary>
        public static int Count => Shapes.Length / ShapeColumns;

        /// <summary>Steps of all patterns together.</summary>
        public static int TotalSteps => Steps.Length / StepColumns;

        /// <summary>How often a pattern is played; 0 = until something else comes.</summary>
        public static int Repeats(IndicationPattern pattern)
        {
            return Shapes[((int)pattern * ShapeColumns) + 1];
        }

        public static int StepCount(IndicationPattern pattern)
        {
            return Shapes[(int)pattern * ShapeColumns];
        }

        /// <summary>Number among all steps of a pattern's first one.</summary>
        public static int FirstStep(IndicationPattern pattern)
        {
            int first = 0;
            for (int i = 0; i < (int)pattern; i++)
            {
                first += Shapes[i * ShapeColumns];
            }

            return first;
        }

        /// <summary>Length of a step, counted among all; 0 = this step stays.</summary>
        public static int DurationMs(int step)
        {
            return Steps[step * StepColumns] * DurationUnitMs;
        }

        /// <summary>Brightness of a light (0 top .. 4 bottom red) before the user's brightness, permille.</summary>
        public static int LightPermille(int step, int light)
        {
            return Steps[(step * StepColumns) + 1 + light] * PermillePerPercent;
        }

        /// <summary>Strength of the vibration, permille.</summary>
        public static int VibrationPermille(int step)
        {
            return Steps[(step * StepColumns) + 1 + LightCount] * PermillePerPercent;
        }
    }
}
