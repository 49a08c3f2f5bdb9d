namespace IqosDevice.Firmware.Esp32
{
    /// <summary>
    /// Turns ADC readings into voltages. The converter's own reference is 1000 to 1200 mV from chip to chip, so every
    /// reading is taken in proportion to the one of the 1.225 V reference, and the unknown scale cancels:
    /// mV = reading x 1225 / reference reading. 12 bit; 1500 of them for 2.45 V make 1 bit about 0.8 mV.
    /// </summary>
    public sealed class AdcScale
    {
        /// <summary>Nominal full scale at 12 dB attenuation, mV.</summary>
        private const int NominalFullScaleMv = 3300;

        private const int MaxRaw = 4095;
        private const int ReferenceMv = 1225;

        // 1.225 V on converters with 1200 and 1000 mV, 1393 and 1672, and 6 % of room for noise and tolerance.
        private const int MinPlausibleRaw = 1310;
        private const int MaxPlausibleRaw = 1770;

        /// <summary>Reference readings are averaged over about this many; a power of two keeps the sum exact.</summary>
        private const int AverageCount = 8;

        private int referenceSum;

        /// <summary>The reference has been seen inside its plausible range; without it the nominal scale is used.</summary>
        public bool HasReference
        {
            get { return referenceSum > 0; }
        }

        /// <summary>Takes a reading of the reference channel; an implausible one leaves the scale as it is.</summary>
        public void UpdateReference(int raw)
        {
            if (raw < MinPlausibleRaw || raw > MaxPlausibleRaw)
            {
                return;
            }

            referenceSum = HasReference ? referenceSum + raw - (referenceSum / AverageCount) : raw * AverageCount;
        }

        /// <summary>Voltage of a reading, tenths of a millivolt.</summary>
        public int ToDeciMv(int raw)
        {
            return HasReference ? raw * AverageCount * (ReferenceMv * 10) / referenceSum : ToNominalMv(raw * 10);
        }

        /// <summary>Voltage of a reading on a converter with a reference of exactly 1100 mV, mV.</summary>
        public static int ToNominalMv(int raw)
        {
            return raw * NominalFullScaleMv / MaxRaw;
        }
    }
}
