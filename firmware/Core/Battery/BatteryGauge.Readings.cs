using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>What the gauge tells; all of it from the last good sample.</summary>
    public sealed partial class BatteryGauge
    {
        private const int FullPermille = 995;

        private readonly ShownCharge shown = new ShownCharge();

        /// <summary>Capacity of a new cell, mAh.</summary>
        public int DesignCapacityMah { get; }

        /// <summary>A first good sample was seen; nothing below means anything before.</summary>
        public bool HasSample { get; private set; }

        /// <summary>Shown state of charge, 0..100.</summary>
        public int ShownSocPercent => shown.Percent;

        /// <summary>State of charge as estimated, free to move: 0..1000 permille.</summary>
        public int EstimatedPermille => counter.Permille;

        /// <summary>The same, finer: 0..1.</summary>
        public float EstimatedCharge => (float)counter.RemainingUas / counter.FullUas;

        /// <summary>Terminal voltage of the last good sample.</summary>
        public int CellMv { get; private set; }

        /// <summary>Positive charges.</summary>
        public int CellMa { get; private set; }

        public int CellDeciCelsius => milliCelsius / 100;

        public int RemainingMah => (int)(counter.RemainingUas / CoulombCounter.MicroAmpSecondsPerMah);

        public int FullChargeMah => (int)(counter.FullUas / CoulombCounter.MicroAmpSecondsPerMah);

        /// <summary>Energy left down to the cut-off of a rested cell, mWh.</summary>
        public int RemainingMwh => CellTable.StoredJoulesAt(counter.Permille) * FullChargeMah / CellTable.DesignCapacityMah * 10 / 36;

        /// <summary>State of health by capacity: of the full cell by that of a new one, percent.</summary>
        public int StateOfHealthPercent => FullChargeMah * 100 / DesignCapacityMah;

        /// <summary>State of health by resistance: 100 for a new cell, 0 at twice its resistance and above.</summary>
        public int ResistanceHealthPercent => LittleEndian.Limit((2000 - History.ResistancePermille) / 10, 0, 100);

        /// <summary>Full cycles since the capacity was last measured; -1 where it never was.</summary>
        public int CapacityAgeCycles => Age(History.CapacityCycle);

        /// <summary>Full cycles since the resistance was last measured; -1 where it never was.</summary>
        public int ResistanceAgeCycles => Age(History.ResistanceCycle);

        /// <summary>Equivalent full cycles: charge ever moved out, by the capacity of a new cell.</summary>
        public int FullCycles => DischargedMah / DesignCapacityMah;

        /// <summary>Charge ever moved out of the cell.</summary>
        public int DischargedMah => (int)(counter.DischargedUas / CoulombCounter.MicroAmpSecondsPerMah);

        /// <summary>The charge is within this of <see cref="EstimatedPermille"/>, two standard deviations, 10..1000 permille.</summary>
        public int BandPermille => LittleEndian.Limit(2 * SigmaPermilleNow(), 0, 1000);

        /// <summary>Lowest and highest readings, and what was learned.</summary>
        public CellHistory History { get; } = new CellHistory();

        /// <summary>Why the gauge began anew at this power-on.</summary>
        public GaugeReset ResetReason { get; private set; } = GaugeReset.Fresh;

        /// <summary>What the cell is doing.</summary>
        public ChargeState ChargeState
        {
            get
            {
                if (CellMa >= ChargingMa)
                {
                    return counter.Permille >= FullPermille ? ChargeState.Full : ChargeState.Charging;
                }

                return CellMa < -(DesignCapacityMah / RestDivisor) ? ChargeState.Discharging : ChargeState.Resting;
            }
        }

        /// <summary>Minutes until it is empty at the mean current of late; -1 while it is not discharged.</summary>
        public int MinutesToEmpty
        {
            get
            {
                int milliAmps = MeanMa();
                return ChargeState == ChargeState.Discharging && milliAmps < 0 ? RemainingMah * 60 / -milliAmps : -1;
            }
        }

        /// <summary>Minutes until it is full; -1 while it is not charged. The current tapers off over the last fifth.</summary>
        public int MinutesToFull
        {
            get
            {
                int milliAmps = MeanMa();
                if (ChargeState == ChargeState.Full)
                {
                    return 0;
                }

                if (ChargeState != ChargeState.Charging || milliAmps <= 0)
                {
                    return -1;
                }

                int missingMah = FullChargeMah - RemainingMah;
                int taperedMah = missingMah < FullChargeMah / 5 ? missingMah : FullChargeMah / 5;
                return (missingMah + taperedMah) * 60 / milliAmps;
            }
        }

        private void StepShown(long sampleMs)
        {
            // What is shown comes smoothly to 0 where the cell gives no more, whatever the estimate says.
            bool atCutoff = CellMv <= model.CutoffMv && CellMa < -(DesignCapacityMah / RestDivisor);
            shown.Step(sampleMs, atCutoff ? 0 : counter.Permille, CellMa >= ChargingMa);
        }

        private int Age(int cycle)
        {
            return cycle < 0 ? -1 : FullCycles - cycle;
        }

        private int MeanMa()
        {
            return (int)(filter.Cell.FastAmps * 1000f * DesignCapacityMah / model.CapacityMah);
        }
    }
}
