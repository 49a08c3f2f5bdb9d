using IqosDevice.Firmware.Core.Battery.Cells;

namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>
    /// State of charge of a cell: every sample is counted, once a second a filter says what the voltage makes of it, and
    /// the end of charging is full. One sample in five a second; nothing is allocated.
    /// </summary>
    public sealed partial class BatteryGauge
    {
        // A longer pause was a rest.
        private const long PauseMs = 5000;
        private const long LongestPauseMs = 86400000;

        // Of the capacity: what counts as rest.
        private const int RestDivisor = 12;
        private const int ChargingMa = 5;

        private const int SigmaPermille = 3;
        private const int CountingErrorDivisor = 100;

        private readonly CellModel model;
        private readonly CoulombCounter counter;
        private readonly ChargeFilter filter;
        private long lastMs;
        private int milliCelsius = 25000;

        /// <summary>The gauge of the holder's cell.</summary>
        public BatteryGauge()
            : this(HolderCell.Create(), CellTable.DesignCapacityMah)
        {
        }

        /// <summary>The gauge of a cell of this kind with another capacity, mAh.</summary>
        public BatteryGauge(CellModel model, int designCapacityMah)
        {
            this.model = model;
            DesignCapacityMah = designCapacityMah;
            counter = new CoulombCounter(designCapacityMah);
            filter = new ChargeFilter(model);
        }

        /// <summary>Feeds one sample of the cell monitor; nonsense and samples that are not newer are ignored.</summary>
        public void Step(long sampleMs, int cellMv, int cellMa, int cellMilliCelsius)
        {
            if (sampleMs < 0 || (HasSample && sampleMs <= lastMs))
            {
                return;
            }

            long elapsedMs = HasSample ? sampleMs - lastMs : 0;
            if (!IsPlausible(cellMv, cellMa))
            {
                LoseSample(sampleMs, elapsedMs);
                return;
            }

            elapsedMs = elapsedMs > LongestPauseMs ? LongestPauseMs : elapsedMs;
            lastMs = sampleMs;
            TakeTemperature(cellMilliCelsius, elapsedMs);
            LookAtStep(elapsedMs, cellMv, cellMa);
            LookAtGap(elapsedMs, cellMa);
            CellMv = cellMv;
            CellMa = cellMa;
            History.See(cellMv, cellMa, CellDeciCelsius);
            bool first = !HasSample;
            if (first)
            {
                HasSample = true;
                PowerOn();
            }

            counter.Add(sampleMs, currentStuck ? 0 : cellMa);
            StepFilter(elapsedMs, first);
            long countedMs = elapsedMs > PauseMs ? 0 : elapsedMs;
            bool anchored = AnchorAtRest(countedMs) | AnchorAtFull(countedMs);
            AnchorAtEmpty();
            StepShown(sampleMs);
            StepUses(first || anchored || CellMa >= ChargingMa);
        }

        /// <summary>Writes the state into <see cref="GaugeState.SizeBytes"/> bytes from <paramref name="offset"/> on.</summary>
        public void Save(byte[] buffer, int offset)
        {
            GaugeState.Write(buffer, offset, counter, History);
        }

        /// <summary>Takes over a saved state; before the first sample.</summary>
        /// <returns>False where it is not plausible: the gauge then starts from the cell's voltage.</returns>
        public bool Load(byte[] buffer, int offset)
        {
            bool restored = GaugeState.Read(buffer, offset, counter, History);
            ResetReason = restored ? GaugeReset.None : GaugeReset.Damaged;
            return restored;
        }

        private bool IsResting(int cellMa)
        {
            int restMa = DesignCapacityMah / RestDivisor;
            return cellMa <= restMa && cellMa >= -restMa;
        }

        private int SigmaPermilleNow()
        {
            long errorPermille = (counter.SinceAnchorUas / CountingErrorDivisor * 1000 / counter.FullUas) + (unseenMs / MsPerUnseenPermille);
            return SigmaPermille + (errorPermille > 1000 ? 1000 : (int)errorPermille);
        }
    }
}
