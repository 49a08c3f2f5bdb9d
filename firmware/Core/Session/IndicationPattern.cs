namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>
    /// A pattern of lights and vibration as data: steps of a duration, five brightnesses and the motor's strength,
    /// played a number of times.
    /// </summary>
    public sealed class IndicationPattern
    {
        /// <summary>Integers a step has: ms, top, second, third, bottom white, bottom red, vibration (permille).</summary>
        public const int Columns = 7;

        /// <summary>Lights a step sets: top, second, third, bottom white, bottom red.</summary>
        public const int LightCount = 5;

        private readonly int[] table;

        /// <param name="repeats">How often it is played; 0 = until something else comes.</param>
        /// <param name="table">Rows of <see cref="Columns"/> integers.</param>
        public IndicationPattern(int repeats, int[] table)
        {
            Repeats = repeats;
            this.table = table;
        }

        /// <summary>How often it is played; 0 = until something else comes.</summary>
        public int Repeats { get; }

        public int StepCount => table.Length / Columns;

        /// <summary>Length of a step; 0 = this step stays.</summary>
        public int DurationMs(int step)
        {
            return table[step * Columns];
        }

        /// <summary>Brightness of a light (0 top .. 4 bottom red) before the user's brightness, permille.</summary>
        public int LightPermille(int step, int light)
        {
            return table[(step * Columns) + 1 + light];
        }

        /// <summary>Strength of the vibration, permille.</summary>
        public int VibrationPermille(int step)
        {
            return table[(step * Columns) + 1 + LightCount];
        }
    }
}
