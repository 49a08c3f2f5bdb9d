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

        /// <summary>A longer step is taken as this one, so that the filters below stay stable.</summary>
        private const float LongestStepSeconds = 0.05f;

        /// <summary>The baseline's rate while nothing counts: fast, both ways.</summary>
        private const float TrackingRate = 3.2f;

        private const float BaselineRiseRate = 0.1f;
        private const float BaselineFallRate = 1.9f;

        /// <summary>
        /// What leaves the heater for stick and air per kelvin (nominal). It is taken off the load, so that a set
        /// point that moves is no step of the baseline.
        /// </summary>
        private const float LossWattsPerKelvin = 0.0125f;

        private readonly PuffLoad load = new PuffLoad();
        private readonly PuffVolume volume = new PuffVolume();
        private bool started;
        private bool settled;
        private bool puffing;
        private float settledSeconds;
        private float baselineWatts;
        private float heightWatts;
        private float puffSeconds;
        private float overSeconds;
        private float excessJoules;

        /// <summary>A puff is going on.</summary>
        public bool Puffing => puffing;

        /// <summary>Puffs finished since <see cref="Reset"/>.</summary>
        public int Count => volume.Count;

        /// <summary>Duration of the last puff finished, ms.</summary>
        public int LastPuffMs { get; private set; }

        /// <summary>Mean estimated volume of the puffs so far, ml; 0 before the first.</summary>
        public int MeanMl => volume.MeanMl;

        /// <summary>A session begins.</summary>
        public void Reset()
        {
            volume.Reset();
            LastPuffMs = 0;
            Interrupt();
        }

        /// <summary>The load is unknown, or says nothing about puffs. One that goes on is dropped.</summary>
        public void Interrupt()
        {
            puffing = false;
            started = false;
            settled = false;
            settledSeconds = 0f;
        }

        /// <summary>The heater is to hold its set point no longer: a puff that goes on is counted as far as it came.</summary>
        public void EndHold()
        {
            if (puffing)
            {
                FinishPuff();
            }

            Interrupt();
        }

        /// <summary>Takes one sample of the load.</summary>
        /// <param name="seconds">Time since the sample before.</param>
        /// <param name="loadWatts">Heat that leaves the heater.</param>
        /// <param name="celsius">Temperature of the heater.</param>
        /// <param name="setpointCelsius">What it is to be.</param>
        /// <param name="counting">Puffs count; otherwise only the baseline is followed, to be at hand.</param>
        public void Step(float seconds, float loadWatts, float celsius, float setpointCelsius, bool counting)
        {
            float watts = loadWatts - (LossWattsPerKelvin * celsius);
            float error = setpointCelsius - celsius;
            if (!Finite.Is(watts + error + seconds) || seconds <= 0f)
            {
                return;
            }

            if (error > LostBandCelsius || error < -LostBandCelsius)
            {
                // A puff may be what took the heater of a nearly empty cell so far down: it was one.
                EndHold();
                return;
            }

            seconds = seconds > LongestStepSeconds ? LongestStepSeconds : seconds;
            if (!started)
            {
                started = true;
                load.Restart(watts);
                baselineWatts = watts;
            }

            load.Step(seconds, watts);
            float excess = load.SmoothWatts - baselineWatts;
            if (!settled || !counting)
            {
                Track(seconds, excess, error);
                return;
            }

            if (!puffing)
            {
                baselineWatts += excess * seconds * (excess > 0f ? BaselineRiseRate : BaselineFallRate);
            }

            float above = load.CalmWatts - baselineWatts;
            puffSeconds += seconds;
            excessJoules += above * seconds;
            if (puffing)
            {
                StepPuff(seconds, excess, above);
            }
            else if (excess >= StartWatts)
            {
                puffing = true;
                heightWatts = excess;
                overSeconds = 0f;
            }
            else if (above <= 0f || excess <= 0f)
            {
                // What comes before the threshold is reached belongs to the puff, if it becomes one.
                puffSeconds = 0f;
                excessJoules = 0f;
            }
        }

        private void Track(float seconds, float excess, float error)
        {
            bool steady = excess < SteadyWatts && error >= -SettledBandCelsius && error <= SettledBandCelsius;
            settledSeconds = steady ? settledSeconds + seconds : 0f;
            settled = settled || settledSeconds >= SettledSeconds;
            baselineWatts += excess * seconds * TrackingRate;
            puffing = false;
            puffSeconds = 0f;
            excessJoules = 0f;
        }

        private void StepPuff(float seconds, float excess, float above)
        {
            heightWatts = excess > heightWatts ? excess : heightWatts;
            float end = heightWatts * EndShare;

            // The smoothed load tells of the end a little late.
            overSeconds = above <= end ? overSeconds + seconds : 0f;
            if (puffSeconds > LongestSeconds)
            {
                Interrupt();
            }
            else if (excess <= end)
            {
                FinishPuff();
            }
        }

        private void FinishPuff()
        {
            puffSeconds -= overSeconds + PuffLoad.CalmingSeconds;
            float ml = PuffVolume.MlOf(excessJoules, puffSeconds);
            if (puffSeconds >= ShortestSeconds && ml >= PuffVolume.SmallestMl)
            {
                volume.Add(ml);
                LastPuffMs = (int)(puffSeconds * 1000f);
            }

            puffing = false;
            puffSeconds = 0f;
            excessJoules = 0f;
            baselineWatts = load.SmoothWatts;
        }
    }
}
