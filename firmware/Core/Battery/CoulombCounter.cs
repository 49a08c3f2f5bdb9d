namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>Charge in the cell by adding up its current. Unit: microampere-seconds (250 mAh = 900 000 000).</summary>
    public sealed class CoulombCounter
    {
        /// <summary>One mAh in microampere-seconds.</summary>
        public const long MicroAmpSecondsPerMah = 3600000;

        // Over a longer gap the current is unknown; assuming it held would invent charge.
        private const long MaximumGapMs = 2000;

        private long lastMs = -1;

        /// <param name="designMah">Capacity of a new cell, mAh.</param>
        public CoulombCounter(int designMah)
        {
            DesignUas = designMah * MicroAmpSecondsPerMah;
            FullUas = DesignUas;
        }

        /// <summary>Charge of the full new cell.</summary>
        public long DesignUas { get; }

        /// <summary>Charge of the full cell as it is now.</summary>
        public long FullUas { get; private set; }

        /// <summary>Charge left, 0..<see cref="FullUas"/>.</summary>
        public long RemainingUas { get; private set; }

        /// <summary>Charge ever moved out of the cell.</summary>
        public long DischargedUas { get; private set; }

        /// <summary>Charge counted in either direction since the last anchor (rest or full): what errors grow with.</summary>
        public long SinceAnchorUas { get; private set; }

        /// <summary>Charge moved into the cell less charge moved out since the start, as counted: no correction touches it.</summary>
        public long NetUas { get; private set; }

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

        /// <summary>Adds what the voltage says about the charge.</summary>
        public void Correct(long uas)
        {
            SetRemaining(RemainingUas + uas);
        }

        /// <summary>The charge is known from elsewhere well enough: counting errors begin anew.</summary>
        public void Confirm()
        {
            SinceAnchorUas = 0;
        }

        /// <summary>The cell holds this much when full; the share that is left stays.</summary>
        public void Resize(long fullUas)
        {
            int permille = Permille;
            FullUas = fullUas;
            SetRemaining(fullUas / 1000 * permille);
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
            NetUas += movedUas;
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
