namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>Charge in the cell by adding up its current. Unit: microampere-seconds (250 mAh = 900 000 000).</summary>
    public sealed class CoulombCounter
    {
        /// <summary>One mAh in microampere-seconds.</summary>
        public const long MicroAmpSecondsPerMah = 3600000;

        // Over a longer gap the current is unknown; assuming it held would invent charge.
        private const long MaximumGapMs = 1000;

        private long lastMs = -1;

        /// <summary>Charge of the full cell.</summary>
        public long FullUas { get; private set; } = CellTable.DesignCapacityMah * MicroAmpSecondsPerMah;

        /// <summary>Charge left, 0..<see cref="FullUas"/>.</summary>
        public long RemainingUas { get; private set; }

        /// <summary>Charge ever moved out of the cell.</summary>
        public long DischargedUas { get; private set; }

        /// <summary>Charge counted in either direction since the last anchor (rest or full): what errors grow with.</summary>
        public long SinceAnchorUas { get; private set; }

        /// <summary>Charge left, 0..1000.</summary>
        public int Permille => FullUas <= 0 ? 0 : (int)(RemainingUas * 1000 / FullUas);

        /// <summary>Takes over stored values; each is brought into its range.</summary>
        public void Restore(long remainingUas, long fullUas, long dischargedUas)
        {
            FullUas = fullUas;
            DischargedUas = dischargedUas < 0 ? 0 : dischargedUas;
            SinceAnchorUas = 0;
            SetRemaining(remainingUas);
        }

        /// <summary>The charge is known from elsewhere: the cell's rest voltage, or the end of charging.</summary>
        public void Anchor(int permille)
        {
            SetRemaining(FullUas / 1000 * permille);
            SinceAnchorUas = 0;
        }

        /// <summary>Brings the charge a small way (1/64) down to a lower estimate.</summary>
        public void PullDown(int permille)
        {
            long excessUas = RemainingUas - (FullUas / 1000 * permille);
            if (excessUas > 0)
            {
                SetRemaining(RemainingUas - (excessUas / 64) - 1);
            }
        }

        /// <summary>Adds one sample; positive charges. Samples that are not newer than the last count nothing.</summary>
        public void Add(long sampleMs, int milliAmps)
        {
            long gapMs = lastMs < 0 ? 0 : sampleMs - lastMs;
            lastMs = sampleMs;
            if (gapMs <= 0)
            {
                return;
            }

            long movedUas = milliAmps * (gapMs > MaximumGapMs ? MaximumGapMs : gapMs);
            SetRemaining(RemainingUas + movedUas);
            if (movedUas < 0)
            {
                DischargedUas -= movedUas;
            }

            SinceAnchorUas += movedUas < 0 ? -movedUas : movedUas;
        }

        private void SetRemaining(long uas)
        {
            RemainingUas = uas < 0 ? 0 : uas > FullUas ? FullUas : uas;
        }
    }
}
