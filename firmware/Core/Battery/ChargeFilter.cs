namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>
    /// Extended Kalman filter over the charge and the current sensor's offset. It gives what the voltage says about the
    /// counted charge: <see cref="Correction"/>. The voltage counts most at rest and with a steady current; the higher
    /// the overpotential, the less its model is believed.
    /// </summary>
    /// <remarks>
    /// Charge is a share of the cell's capacity, 0..1; amperes are scaled to the measured cell. docs/battery.md has the
    /// equations. One step takes one to a few seconds.
    /// </remarks>
    public sealed class ChargeFilter
    {
        /// <summary>Uncertainty of a charge that nobody knows.</summary>
        public const float UnknownSigma = 0.3f;

        // Found on the identification files alone, see docs/battery.md.
        private const float VoltageVariance = 0.000272f;
        private const float StepWeight = 10.4f;
        private const float OverpotentialWeight = 2.37f;
        private const float CountingVariance = 0.0000246f;
        private const float OffsetSigmaPerAmpHour = 0.00125f;
        private const float DoubtSeconds = 1334f;
        private const float DoubtVolts = 0.006f;
        private const float DoubtOverpotential = 0.1f;
        private const float DoubtGain = 0.00846f;
        private const float HighestDoubt = 0.001f;
        private const float HighestDoubtedVariance = 0.01f;

        private const float LeastSlopeVolts = 0.2f;
        private const float LeastVariance = 1e-8f;
        private const float HighestVariance = UnknownSigma * UnknownSigma;
        private const float HighestOffsetPerAmpHour = 0.03f;

        private readonly CellVoltage cell;
        private readonly float ampHours;
        private float variance = HighestVariance;
        private float covariance;
        private float offsetVariance;
        private float lastAmps;
        private float meanInnovation;
        private float meanOverpotential;
        private bool started;

        public ChargeFilter(CellModel model)
        {
            cell = new CellVoltage(model);
            ampHours = model.CapacityMah * 0.001f;
            offsetVariance = OffsetSigmaPerAmpHour * ampHours * OffsetSigmaPerAmpHour * ampHours;
        }

        /// <summary>What the last step adds to the charge, share of the capacity.</summary>
        public float Correction { get; private set; }

        /// <summary>What the current sensor shows too much, amperes of the measured cell.</summary>
        public float OffsetAmps { get; private set; }

        /// <summary>Variance of the charge.</summary>
        public float Variance => variance;

        /// <summary>The cell as the last step saw it.</summary>
        public CellVoltage Cell => cell;

        /// <summary>How well the charge is known from now on: its standard deviation, 0.0001..0.3.</summary>
        public void Trust(float sigma)
        {
            variance = sigma * sigma;
            covariance = 0f;
        }

        /// <summary>As much as this, a share of the capacity, may have flowed unseen.</summary>
        public void Lose(float share)
        {
            float lost = variance + (share * share);
            variance = lost < HighestVariance ? lost : HighestVariance;
        }

        /// <summary>The cell is at rest and has been for long.</summary>
        public void Rest()
        {
            cell.Rest();
        }

        /// <summary>One step.</summary>
        /// <param name="charge">Charge as counted, 0..1.</param>
        /// <param name="seconds">Since the last step, more than 0.</param>
        /// <param name="amps">Mean current since the last step; positive charges.</param>
        /// <param name="volts">Voltage at its end.</param>
        /// <param name="celsius">Temperature of the cell.</param>
        public void Step(float charge, float seconds, float amps, float volts, float celsius)
        {
            float flowing = amps - OffsetAmps;
            float amount = flowing < 0f ? -flowing : flowing;
            float change = started ? amps - lastAmps : 0f;
            lastAmps = amps;
            started = true;

            float share = seconds / (3600f * ampHours);
            variance += (share * ((share * offsetVariance) - (2f * covariance))) + (CountingVariance * amount * share);
            covariance -= share * offsetVariance;

            cell.Flow(flowing, seconds);
            cell.Evaluate(charge, celsius, flowing);
            float overpotential = cell.OverpotentialVolts;
            float size = cell.OverpotentialSize;
            float innovation = volts - cell.OpenCircuitVolts - overpotential;
            Doubt(innovation, size);

            float slope = cell.SlopeVolts > LeastSlopeVolts ? cell.SlopeVolts : LeastSlopeVolts;
            float stepVolts = StepWeight * change * cell.StepOhms;
            float loadVolts = OverpotentialWeight * size;
            float spread = (slope * slope * variance) + VoltageVariance + (stepVolts * stepVolts) + (loadVolts * loadVolts);
            float gain = slope * variance / spread;
            float offsetGain = slope * covariance / spread;
            Correction = gain * innovation;
            OffsetAmps = Held(OffsetAmps + (offsetGain * innovation), HighestOffsetPerAmpHour * ampHours);

            float kept = 1f - (gain * slope);
            offsetVariance -= offsetGain * slope * covariance;
            covariance *= kept;
            variance *= kept;
            variance = variance > LeastVariance ? variance < HighestVariance ? variance : HighestVariance : LeastVariance;
            offsetVariance = offsetVariance > 0f ? offsetVariance : 0f;
        }

        private static float Held(float value, float limit)
        {
            return value > limit ? limit : value < -limit ? -limit : value;
        }

        /// <summary>A voltage that is off to one side for long: the charge is less certain than it was thought to be.</summary>
        private void Doubt(float innovation, float size)
        {
            meanInnovation += (innovation - meanInnovation) / DoubtSeconds;
            meanOverpotential += (size - meanOverpotential) / DoubtSeconds;
            float amount = meanInnovation < 0f ? -meanInnovation : meanInnovation;
            float ratio = amount / (DoubtVolts + (DoubtOverpotential * meanOverpotential));
            if (ratio > 1f && variance < HighestDoubtedVariance)
            {
                float doubt = DoubtGain * ((ratio * ratio) - 1f);
                variance += doubt < HighestDoubt ? doubt : HighestDoubt;
            }
        }
    }
}
