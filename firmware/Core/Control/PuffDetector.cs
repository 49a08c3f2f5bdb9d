namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>
    /// Finds puffs in the heat that leaves the heater. A puff takes heat from the heater at once (a step up, and
    /// down at its end) and cools the stick (a tail that fades over 20 s), whatever the controller does about it.
    /// A baseline follows the load slowly upwards and quickly downwards; a puff is what stands out above it.
    /// </summary>
    public sealed class PuffDetector
    {
        /// <summary>
        /// Load above the baseline that begins a puff, watts. The smallest natural puff (35 ml in 3 s) takes 0.6 W
        /// from the heater.
        /// </summary>
        private const float StartWatts = 0.35f;

        /// <summary>A puff ends when the load has fallen to this share of its height; the stick's tail is a smaller one.</summary>
        private const float EndShare = 0.6f;

        /// <summary>A puff is at least and at most this long; a shorter bump is noise, a longer one another stick or a draught.</summary>
        private const float ShortestSeconds = 0.4f;

        private const float LongestSeconds = 6f;

        /// <summary>The set point must have been reached and kept this long before a rise of the load means a puff.</summary>
        private const float SettledSeconds = 1f;

        private const float SettledBandCelsius = 12f;
        private const float BaselineRiseSeconds = 10f;
        private const float BaselineFallSeconds = 0.5f;

        /// <summary>19 J for 55 ml, 15 % of it from the heater (nominal).</summary>
        private const float HeaterJoulesPerMl = 0.0518f;

        /// <summary>
        /// Heat that the stick draws in addition, per second of puff, as a share of the puff's own: half of
        /// G·(1 - a)/a/C of the nominal stick.
        /// </summary>
        private const float TailSharePerSecond = 0.078f;

        private const float LargestMl = 200f;

        private bool started;
        private float settledSeconds;
        private float baselineWatts;
        private float heightWatts;
        private float puffSeconds;
        private float excessJoules;
        private float totalMl;

        /// <summary>A puff is going on.</summary>
        public bool Puffing { get; private set; }

        /// <summary>Puffs finished since <see cref="Reset"/>.</summary>
        public int Count { get; private set; }

        /// <summary>Duration of the last puff finished, ms.</summary>
        public int LastPuffMs { get; private set; }

        /// <summary>Mean estimated volume of the puffs so far, ml; 0 before the first.</summary>
        public int MeanMl => Count == 0 ? 0 : (int)((totalMl / Count) + 0.5f);

        /// <summary>A session begins.</summary>
        public void Reset()
        {
            Count = 0;
            LastPuffMs = 0;
            totalMl = 0f;
            Interrupt();
        }

        /// <summary>No puffs are looked for: the heater is not holding a set point. One that goes on is dropped.</summary>
        public void Interrupt()
        {
            Puffing = false;
            started = false;
            settledSeconds = 0f;
        }

        /// <summary>Takes one sample of the load while the heater holds its set point.</summary>
        /// <param name="seconds">Time since the sample before; 0 without a new sample.</param>
        /// <param name="loadWatts">Heat that leaves the heater.</param>
        /// <param name="errorCelsius">Set point less temperature.</param>
        public void Step(float seconds, float loadWatts, float errorCelsius)
        {
            if (!Finite.IsWithin(seconds, 0.001f, 1f) || !Finite.Is(loadWatts))
            {
                return;
            }

            if (!Finite.IsWithin(errorCelsius, -SettledBandCelsius, SettledBandCelsius))
            {
                Interrupt();
                return;
            }

            if (settledSeconds < SettledSeconds || !started)
            {
                settledSeconds += seconds;
                baselineWatts = loadWatts;
                started = true;
            }
            else if (Puffing)
            {
                StepPuff(seconds, loadWatts);
            }
            else
            {
                StepBetween(seconds, loadWatts);
            }
        }

        private void StepBetween(float seconds, float loadWatts)
        {
            float excess = loadWatts - baselineWatts;
            if (excess >= StartWatts)
            {
                Puffing = true;
                puffSeconds = 0f;
                excessJoules = 0f;
                heightWatts = excess;
                return;
            }

            float lag = excess > 0f ? BaselineRiseSeconds : BaselineFallSeconds;
            baselineWatts += excess * seconds / (lag + seconds);
        }

        private void StepPuff(float seconds, float loadWatts)
        {
            float excess = loadWatts - baselineWatts;
            puffSeconds += seconds;
            excessJoules += excess * seconds;
            heightWatts = excess > heightWatts ? excess : heightWatts;
            if (puffSeconds > LongestSeconds)
            {
                Interrupt();
                return;
            }

            if (excess > heightWatts * EndShare)
            {
                return;
            }

            Puffing = false;
            if (puffSeconds >= ShortestSeconds)
            {
                // The cooled stick draws heat too, the more the longer the puff lasts: that part is not the puff's own.
                float joules = excessJoules / (1f + (TailSharePerSecond * puffSeconds));
                totalMl += System.Math.Clamp(joules / HeaterJoulesPerMl, 0f, LargestMl);
                LastPuffMs = (int)(puffSeconds * 1000f);
                Count++;
            }

            baselineWatts = loadWatts;
        }
    }
}
