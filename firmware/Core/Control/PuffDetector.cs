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

        // The load is estimated for a loop that is faster than its noise is small: two lags bring it down to what
        // puffs need, a third smooths it for the threshold. Rates, 1/s.
        private const float CalmingRate = 11f;
        private const float SmoothingRate = 6f;

        /// <summary>
        /// A sample that is farther off counts as this far: a conversion that straddles a change of the duty looks like a
        /// load of many watts for a tick or two. The strongest puff takes 4 W, and is so seen a tick later.
        /// </summary>
        private const float LargestJumpWatts = 3f;

        /// <summary>What the two lags take to bring a step down to <see cref="EndShare"/>.</summary>
        private const float CalmingSeconds = 0.125f;

        /// <summary>The baseline's rate while nothing counts: fast, both ways.</summary>
        private const float TrackingRate = 3.2f;

        private const float BaselineRiseRate = 0.1f;
        private const float BaselineFallRate = 1.9f;

        /// <summary>
        /// What leaves the heater for stick and air per kelvin (nominal). It is taken off the load, so that a set
        /// point that moves is no step of the baseline.
        /// </summary>
        private const float LossWattsPerKelvin = 0.0125f;

        /// <summary>55 ml take 19 J, 15 % of it from the heater (nominal).</summary>
        private const float MlPerJoule = 19.3f;

        // Heat that the stick draws in addition, per second of puff, as a share of the puff's own: half of
        // G·(1 - a)/a/C of the nominal stick, 0.078, less what a stick that still warms up draws less meanwhile, so
        // 0.065. Below is 1/(1 + 0.065 t) to a thousandth over the seconds that a puff may last.
        private const float TailPerSecond = 0.0627f;
        private const float TailPerSecondSquared = 0.00279f;

        /// <summary>
        /// A bump of less is noise, which reaches 3 ml where little power is measured at a low duty. The weakest puff is 35 ml,
        /// half of it where the unit's heat is a third less twice over.
        /// </summary>
        private const float SmallestMl = 8f;

        private const float LargestMl = 200f;

        private bool started;
        private bool settled;
        private bool puffing;
        private int count;
        private float settledSeconds;
        private float rawWatts;
        private float calmWatts;
        private float smoothWatts;
        private float baselineWatts;
        private float heightWatts;
        private float puffSeconds;
        private float overSeconds;
        private float excessJoules;
        private float totalMl;

        /// <summary>A puff is going on.</summary>
        public bool Puffing => puffing;

        /// <summary>Puffs finished since <see cref="Reset"/>.</summary>
        public int Count => count;

        /// <summary>Duration of the last puff finished, ms.</summary>
        public int LastPuffMs { get; private set; }

        /// <summary>Mean estimated volume of the puffs so far, ml; 0 before the first.</summary>
        public int MeanMl { get; private set; }

        /// <summary>A session begins.</summary>
        public void Reset()
        {
            count = 0;
            LastPuffMs = 0;
            MeanMl = 0;
            totalMl = 0f;
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
                rawWatts = watts;
                calmWatts = watts;
                smoothWatts = watts;
                baselineWatts = watts;
            }

            float jump = watts - rawWatts;
            jump = jump > LargestJumpWatts ? LargestJumpWatts : jump < -LargestJumpWatts ? -LargestJumpWatts : jump;
            rawWatts += jump * CalmingRate * seconds;
            calmWatts += (rawWatts - calmWatts) * CalmingRate * seconds;
            smoothWatts += (calmWatts - smoothWatts) * SmoothingRate * seconds;
            float excess = smoothWatts - baselineWatts;
            if (!settled || !counting)
            {
                Track(seconds, excess, error);
                return;
            }

            if (!puffing)
            {
                baselineWatts += excess * seconds * (excess > 0f ? BaselineRiseRate : BaselineFallRate);
            }

            float above = calmWatts - baselineWatts;
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
            puffSeconds -= overSeconds + CalmingSeconds;

            // The cooled stick draws heat too, the more the longer the puff lasts: that part is not the puff's own.
            float ml = excessJoules * MlPerJoule * (1f - (puffSeconds * (TailPerSecond - (puffSeconds * TailPerSecondSquared))));
            if (puffSeconds >= ShortestSeconds && ml >= SmallestMl)
            {
                totalMl += ml > LargestMl ? LargestMl : ml;
                LastPuffMs = (int)(puffSeconds * 1000f);
                count++;
                MeanMl = (int)((totalMl / count) + 0.5f);
            }

            puffing = false;
            puffSeconds = 0f;
            excessJoules = 0f;
            baselineWatts = smoothWatts;
        }
    }
}
