namespace IqosDevice.Firmware.Core.Control
{
    /// <summary>
    /// Finds puffs in the heat that leaves the heater. A puff takes heat from the heater at once (a step up, and
    /// down at its end) and cools the stick (a tail that fades over 20 s), whatever the controller does about it.
    /// A baseline follows the load slowly upwards and quickly downwards; a puff is what stands out above it.
    /// </summary>
    /// <remarks>
    /// The baseline is at hand before the first puff may come: it is followed during preheat as well, where nothing
    /// counts. While the heater is far from its set point, as after a pause, nothing is looked for: an error of the
    /// heater's heat capacity would look like a load that comes and goes with the rise.
    /// </remarks>
    public sealed class PuffDetector
    {
        /// <summary>
        /// Load above the baseline that begins a puff, watts. The weakest puff (35 ml in 4 s) takes 0.45 W from the
        /// heater; the noise of the smoothed load is about 0.03 W.
        /// </summary>
        private const float StartWatts = 0.25f;

        /// <summary>A puff ends when the load has fallen to this share of its height; the stick's tail is a smaller one.</summary>
        private const float EndShare = 0.6f;

        /// <summary>A puff is at least and at most this long; a shorter bump is noise, a longer one another stick or a draught.</summary>
        private const float ShortestSeconds = 0.4f;

        private const float LongestSeconds = 6f;

        /// <summary>The set point must have been reached and the load steady this long before a rise of the load means a puff.</summary>
        private const float SettledSeconds = 0.4f;

        private const float SettledBandCelsius = 3f;

        /// <summary>A load that rises by less within the baseline's lag is steady; noise stays below.</summary>
        private const float SteadyWatts = 0.1f;

        /// <summary>
        /// Farther from the set point the heater does not hold it any more; a strong puff takes it 20 °C down where a
        /// cold cell has no more to give.
        /// </summary>
        private const float LostBandCelsius = 40f;

        /// <summary>Takes the noise out of the load.</summary>
        private const float SmoothingSeconds = 0.15f;

        /// <summary>The baseline's lag while nothing counts: fast, both ways.</summary>
        private const float TrackingSeconds = 0.3f;

        private const float BaselineRiseSeconds = 10f;
        private const float BaselineFallSeconds = 0.5f;

        /// <summary>
        /// What leaves the heater for stick and air per kelvin (nominal). It is taken off the load, so that a set
        /// point that moves is no step of the baseline.
        /// </summary>
        private const float LossWattsPerKelvin = 0.0125f;

        /// <summary>19 J for 55 ml, 15 % of it from the heater (nominal).</summary>
        private const float HeaterJoulesPerMl = 0.0518f;

        /// <summary>
        /// Heat that the stick draws in addition, per second of puff, as a share of the puff's own: half of
        /// G·(1 - a)/a/C of the nominal stick, 0.078, less what a stick that still warms up draws less meanwhile.
        /// </summary>
        private const float TailSharePerSecond = 0.065f;

        private const float LargestMl = 200f;

        private bool started;
        private bool settled;
        private float settledSeconds;
        private float smoothWatts;
        private float baselineWatts;
        private float heightWatts;
        private float puffSeconds;
        private float overSeconds;
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

        /// <summary>The load is unknown, or says nothing about puffs. One that goes on is dropped.</summary>
        public void Interrupt()
        {
            Puffing = false;
            started = false;
            settled = false;
            settledSeconds = 0f;
        }

        /// <summary>The heater is to hold its set point no longer: a puff that goes on is counted as far as it came.</summary>
        public void EndHold()
        {
            if (Puffing)
            {
                FinishPuff();
            }

            Interrupt();
        }

        /// <summary>Takes one sample of the load.</summary>
        /// <param name="seconds">Time since the sample before; 0 without a new sample.</param>
        /// <param name="loadWatts">Heat that leaves the heater.</param>
        /// <param name="celsius">Temperature of the heater.</param>
        /// <param name="setpointCelsius">What it is to be.</param>
        /// <param name="counting">Puffs count; otherwise only the baseline is followed, to be at hand.</param>
        public void Step(float seconds, float loadWatts, float celsius, float setpointCelsius, bool counting)
        {
            float watts = loadWatts - (LossWattsPerKelvin * celsius);
            float error = setpointCelsius - celsius;
            if (!Finite.IsWithin(seconds, 0.001f, 1f) || !Finite.Is(watts))
            {
                return;
            }

            if (!Finite.IsWithin(error, -LostBandCelsius, LostBandCelsius))
            {
                Interrupt();
                return;
            }

            smoothWatts = started ? smoothWatts + ((watts - smoothWatts) * seconds / (SmoothingSeconds + seconds)) : watts;
            if (!started || !settled || !counting)
            {
                Track(seconds, error);
            }
            else if (Puffing)
            {
                StepPuff(seconds, watts);
            }
            else
            {
                StepBetween(seconds, watts);
            }
        }

        private void Track(float seconds, float error)
        {
            float excess = started ? smoothWatts - baselineWatts : 0f;
            bool steady = started && excess < SteadyWatts && error >= -SettledBandCelsius && error <= SettledBandCelsius;
            settledSeconds = steady ? settledSeconds + seconds : 0f;
            settled = settled || settledSeconds >= SettledSeconds;
            baselineWatts = started ? baselineWatts + (excess * seconds / (TrackingSeconds + seconds)) : smoothWatts;
            started = true;
            Puffing = false;
            puffSeconds = 0f;
            excessJoules = 0f;
        }

        private void StepBetween(float seconds, float watts)
        {
            float excess = smoothWatts - baselineWatts;
            float lag = excess > 0f ? BaselineRiseSeconds : BaselineFallSeconds;
            baselineWatts += excess * seconds / (lag + seconds);

            // What comes before the threshold is reached belongs to the puff, if it becomes one.
            bool above = watts > baselineWatts && excess > 0f;
            puffSeconds = above ? puffSeconds + seconds : 0f;
            excessJoules = above ? excessJoules + ((watts - baselineWatts) * seconds) : 0f;
            if (excess >= StartWatts)
            {
                Puffing = true;
                heightWatts = excess;
                overSeconds = 0f;
            }
        }

        private void StepPuff(float seconds, float watts)
        {
            float excess = smoothWatts - baselineWatts;
            puffSeconds += seconds;
            excessJoules += (watts - baselineWatts) * seconds;
            heightWatts = excess > heightWatts ? excess : heightWatts;

            // The smoothed load tells of the end a little late.
            overSeconds = watts - baselineWatts <= heightWatts * EndShare ? overSeconds + seconds : 0f;
            if (puffSeconds > LongestSeconds)
            {
                Interrupt();
            }
            else if (excess <= heightWatts * EndShare)
            {
                FinishPuff();
            }
        }

        private void FinishPuff()
        {
            puffSeconds -= overSeconds;
            if (puffSeconds >= ShortestSeconds)
            {
                // The cooled stick draws heat too, the more the longer the puff lasts: that part is not the puff's own.
                float joules = excessJoules / (1f + (TailSharePerSecond * puffSeconds));
                totalMl += System.Math.Clamp(joules / HeaterJoulesPerMl, 0f, LargestMl);
                LastPuffMs = (int)(puffSeconds * 1000f);
                Count++;
            }

            Puffing = false;
            puffSeconds = 0f;
            excessJoules = 0f;
            baselineWatts = smoothWatts;
        }
    }
}
