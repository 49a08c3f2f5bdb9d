namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>
    /// What the heater follows in a session, as data: the preheat, a line through points over the time since Ready, and
    /// the pauses. Another course is another instance.
    /// </summary>
    public sealed class HeatingProfile
    {
        private readonly int[] pointMs;
        private readonly float[] pointCelsius;
        private readonly float ecoKelvin;

        /// <summary>Makes a profile.</summary>
        /// <param name="preheatCelsius">From the start to Ready, degrees Celsius.</param>
        /// <param name="pauseCelsius">In a pause, degrees Celsius.</param>
        /// <param name="pointMs">Times since Ready, pauses not counted, ascending, ms.</param>
        /// <param name="pointCelsius">Set points at these times, degrees Celsius; kept before the first and after the last.</param>
        /// <param name="ecoKelvin">Eco holds this much less after the preheat, for a session more from a charge.</param>
        public HeatingProfile(float preheatCelsius, float pauseCelsius, int[] pointMs, float[] pointCelsius, float ecoKelvin)
        {
            PreheatCelsius = preheatCelsius;
            PauseCelsius = pauseCelsius;
            this.ecoKelvin = ecoKelvin;
            this.pointMs = pointMs;
            this.pointCelsius = pointCelsius;
        }

        /// <summary>From the start to Ready, degrees Celsius.</summary>
        public float PreheatCelsius { get; }

        /// <summary>In a pause, degrees Celsius.</summary>
        public float PauseCelsius { get; }

        /// <summary>The one that ships: 335 °C, and 345 °C at the end, risen to in the last minute.</summary>
        public static HeatingProfile Standard()
        {
            return new HeatingProfile(345f, 150f, new int[] { 300000, SessionRules.LengthMs }, new float[] { 335f, 345f }, 10f);
        }

        /// <summary>Set point at a time since Ready (pauses not counted), degrees Celsius.</summary>
        public float AtCelsius(long sinceReadyMs, bool eco)
        {
            float celsius = OnTheLine(sinceReadyMs);
            return eco ? celsius - ecoKelvin : celsius;
        }

        private float OnTheLine(long sinceReadyMs)
        {
            int next = 0;
            while (next < pointMs.Length && pointMs[next] <= sinceReadyMs)
            {
                next++;
            }

            if (next == 0 || next == pointMs.Length)
            {
                return pointCelsius[next == 0 ? 0 : next - 1];
            }

            int beforeMs = pointMs[next - 1];
            float before = pointCelsius[next - 1];
            return before + ((pointCelsius[next] - before) * (sinceReadyMs - beforeMs) / (pointMs[next] - beforeMs));
        }
    }
}
