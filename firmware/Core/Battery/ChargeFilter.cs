namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>
    /// Extended Kalman filter over the charge, the current sensor's offset and the polarization that the model does not
    /// know. It gives what the voltage says about the counted charge: <see cref="Correction"/>. The voltage counts most at
    /// rest and with a steady current; the higher the overpotential, the less its model is believed.
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
        private const float VoltageVariance = 0.00004f;
        private const float StepWeight = 49f;
        private const float OverpotentialWeight = 0.72f;
        private const float CountingVariance = 0.00006f;
        private const float OffsetSigmaPerAmpHour = 0.01f;
        private const float PolarizationGrowth = 0.0000135f;

        // Current of the minutes that nobody saw, amperes: a drive cycle's, and a session's as well. Less where the cell is
        // found at rest.
        private const float UnseenAmps = 0.487f;
        private const float UnseenAtRestAmps = 0.205f;

        private const float LeastSlopeVolts = 0.2f;
        private const float LeastVariance = 1e-8f;
        private const float HighestVariance = UnknownSigma * UnknownSigma;
        private const float HighestOffsetPerAmpHour = 0.03f;

        private readonly CellVoltage cell;
        private readonly float ampHours;
        private readonly float settlingSeconds;
        private float variance = HighestVariance;
        private float offsetVariance;
        private float offsetCovariance;
        private float polarizationVolts;
        private float polarizationVariance;
        private float polarizationCovariance;
        private float lastAmps;
        private bool started;

        public ChargeFilter(CellModel model)
        {
            cell = new CellVoltage(model);
            ampHours = model.CapacityMah * 0.001f;
            settlingSeconds = model.SettlingSeconds;
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
            offsetCovariance = 0f;
            polarizationCovariance = 0f;
        }

        /// <summary>Nobody knows what flowed before now; <see cref="Cell"/> has been evaluated.</summary>
        /// <param name="resting">Nothing flows now.</param>
        public void Unsettle(bool resting)
        {
            float sigma = (resting ? UnseenAtRestAmps : UnseenAmps) * cell.StepOhms;
            ForgetPolarization(sigma * sigma);
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
            ForgetPolarization(0f);
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
            variance += (share * ((share * offsetVariance) - (2f * offsetCovariance))) + (CountingVariance * amount * share);
            offsetCovariance -= share * offsetVariance;

            cell.Flow(flowing, seconds);
            cell.Evaluate(charge, celsius, flowing);
            float size = cell.OverpotentialSize;
            float kept = settlingSeconds / (settlingSeconds + seconds);
            polarizationVolts *= kept;
            polarizationCovariance *= kept;
            polarizationVariance = (polarizationVariance * kept * kept) + (PolarizationGrowth * seconds * size * size);

            float slope = cell.SlopeVolts > LeastSlopeVolts ? cell.SlopeVolts : LeastSlopeVolts;
            float stepVolts = StepWeight * change * cell.StepOhms;
            float loadVolts = OverpotentialWeight * size;
            float ofCharge = (slope * variance) + polarizationCovariance;
            float ofPolarization = (slope * polarizationCovariance) + polarizationVariance;
            float spread = (slope * ofCharge) + ofPolarization + VoltageVariance + (stepVolts * stepVolts) + (loadVolts * loadVolts);
            float weight = 1f / (spread > VoltageVariance ? spread : VoltageVariance);
            float innovation = volts - cell.OpenCircuitVolts - cell.OverpotentialVolts - polarizationVolts;
            float offsetGain = weight * slope * offsetCovariance;
            float polarizationGain = weight * ofPolarization;
            float gain = weight * ofCharge;
            Correction = gain * innovation;
            OffsetAmps = Held(OffsetAmps + (offsetGain * innovation), HighestOffsetPerAmpHour * ampHours);
            polarizationVolts += polarizationGain * innovation;

            offsetVariance -= offsetGain * slope * offsetCovariance;
            offsetVariance = offsetVariance > 0f ? offsetVariance : 0f;
            offsetCovariance -= gain * slope * offsetCovariance;
            polarizationVariance -= polarizationGain * ofPolarization;
            polarizationVariance = polarizationVariance > 0f ? polarizationVariance : 0f;
            polarizationCovariance -= gain * ofPolarization;
            variance -= gain * ofCharge;
            variance = variance > LeastVariance ? variance < HighestVariance ? variance : HighestVariance : LeastVariance;
        }

        private void ForgetPolarization(float unseenVariance)
        {
            polarizationVolts = 0f;
            polarizationVariance = unseenVariance;
            polarizationCovariance = 0f;
        }

        private static float Held(float value, float limit)
        {
            return value > limit ? limit : value < -limit ? -limit : value;
        }
    }
}
