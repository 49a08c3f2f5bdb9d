using IqosDevice.Firmware.Core.Battery.Cells;

namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>
    /// State of charge of a cell: every sample is counted, once a second a filter says what the voltage makes of it, and
    /// the end of charging is full. One sample in five a second; nothing is allocated.
    /// </summary>
    public sealed class BatteryGauge
    {
        // Readings outside are a broken sensor, not a cell.
        private const int LowestMv = 2000;
        private const int HighestMv = 4600;
        private const int HighestCRate = 33;
        private const int LowestMilliCelsius = -40000;
        private const int HighestMilliCelsius = 125000;

        // Of the capacity: what counts as rest, and as the end of the charge.
        private const int RestDivisor = 12;
        private const int TaperDivisor = 6;
        private const long RestMs = 600000;
        private const int ChargingMa = 5;
        private const int FullMv = 4150;
        private const long TaperMs = 10000;

        // The filter looks once a second; a longer pause was a rest.
        private const long WindowMs = 1000;
        private const long PauseMs = 5000;
        private const long LongestPauseMs = 86400000;
        private const float LongestCountedSeconds = 2f;

        // As empty as this the voltage alone tells the charge.
        private const int EmptyMv = 3300;
        private const int EmptyingDivisor = 256;

        // In the cold, and under more than 1.5C, the overpotential is too uncertain to learn a capacity from.
        private const int LearningMilliCelsius = 10000;
        private const float FullSigma = 0.005f;

        private const int PowerOnDisagreementPermille = 100;
        private const float RestoredSigma = 0.01f;
        private const float ColdStartSigma = 0.05f;
        private const int SigmaPermille = 5;
        private const int CountingErrorDivisor = 100;

        // Checklist row 37: what the cell must still give at the current of a preheat.
        private const int PreheatMa = 2000;
        private const int LowestLoadedMv = 3100;

        private readonly CellModel model;
        private readonly CoulombCounter counter;
        private readonly ChargeFilter filter;
        private readonly CapacityLearner learner = new CapacityLearner();
        private readonly ShownCharge shown = new ShownCharge();
        private readonly UsesEstimator uses = new UsesEstimator();
        private bool restored;
        private long lastMs;
        private long restMs;
        private long taperMs;
        private long windowMs;
        private long windowUas;
        private bool wasEmpty;
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

        /// <summary>Capacity of a new cell, mAh.</summary>
        public int DesignCapacityMah { get; }

        /// <summary>A first good sample was seen; nothing below means anything before.</summary>
        public bool HasSample { get; private set; }

        /// <summary>The eco set point is in force: it changes <see cref="UsesLeft"/>.</summary>
        public bool Eco { get; set; }

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

        public int StateOfHealthPercent => FullChargeMah * 100 / DesignCapacityMah;

        public int FullCycles => DischargedMah / DesignCapacityMah;

        /// <summary>Charge ever moved out of the cell.</summary>
        public int DischargedMah => (int)(counter.DischargedUas / CoulombCounter.MicroAmpSecondsPerMah);

        /// <summary>Sessions that the charge still allows: 0..2, in eco mode 0..3.</summary>
        public int UsesLeft => Eco ? uses.EcoUses : uses.Uses;

        /// <summary>Energy for a session, and a cell that holds its voltage under it (checklist rows 37 and 43).</summary>
        public bool CanStartSession
        {
            get
            {
                int dropMv = PreheatMa * CellTable.ResistanceMilliOhmAt(milliCelsius) / 1000;
                return HasSample && UsesLeft > 0 && CellTable.OpenCircuitMvAt(counter.Permille) - dropMv >= LowestLoadedMv;
            }
        }

        /// <summary>Feeds one sample of the cell monitor; nonsense and samples that are not newer are ignored.</summary>
        public void Step(long sampleMs, int cellMv, int cellMa, int cellMilliCelsius)
        {
            int highestMa = DesignCapacityMah * HighestCRate;
            bool plausible = cellMv >= LowestMv && cellMv <= HighestMv && cellMa >= -highestMa && cellMa <= highestMa;
            if (!plausible || sampleMs < 0 || (HasSample && sampleMs <= lastMs))
            {
                return;
            }

            long elapsedMs = HasSample ? sampleMs - lastMs : 0;
            lastMs = sampleMs;
            CellMv = cellMv;
            CellMa = cellMa;
            if (cellMilliCelsius >= LowestMilliCelsius && cellMilliCelsius <= HighestMilliCelsius)
            {
                milliCelsius = cellMilliCelsius;
            }

            bool first = !HasSample;
            if (first)
            {
                HasSample = true;
                PowerOn();
            }

            counter.Add(sampleMs, cellMa);
            bool charging = cellMa >= ChargingMa;
            StepFilter(elapsedMs, first);
            bool anchored = AnchorAtRest(elapsedMs) | AnchorAtFull(elapsedMs);
            AnchorAtEmpty();
            shown.Step(sampleMs, counter.Permille, charging);
            uses.Step(counter.Permille, SigmaPermilleNow(), FullChargeMah, first || charging || anchored);
        }

        /// <summary>Writes the state into <see cref="GaugeState.SizeBytes"/> bytes from <paramref name="offset"/> on.</summary>
        public void Save(byte[] buffer, int offset)
        {
            GaugeState.Write(buffer, offset, counter);
        }

        /// <summary>Takes over a saved state; before the first sample.</summary>
        /// <returns>False where it is not plausible: the gauge then starts from the cell's voltage.</returns>
        public bool Load(byte[] buffer, int offset)
        {
            restored = GaugeState.Read(buffer, offset, counter);
            return restored;
        }

        private void PowerOn()
        {
            int permille = PermilleOfVoltage();
            int difference = counter.Permille - permille;
            bool agrees = difference <= PowerOnDisagreementPermille && difference >= -PowerOnDisagreementPermille;
            if (restored && agrees)
            {
                filter.Trust(RestoredSigma);
            }
            else
            {
                // No stored charge, or another cell is in, or the counter was wrong: the voltage is the best that there is.
                counter.Anchor(permille);
                filter.Trust(ColdStartSigma);
            }

            shown.Reset(counter.Permille);
        }

        /// <summary>What the voltage says about the charge, as far as nothing is known of the minutes before.</summary>
        private int PermilleOfVoltage()
        {
            CellVoltage cell = filter.Cell;
            float charge = (float)model.PermilleAt(CellMv) / 1000;
            cell.Evaluate(charge, milliCelsius * 0.001f, CellMa * model.CapacityMah * 0.001f / DesignCapacityMah);
            int addedMv = (int)((cell.OverpotentialVolts + cell.ShiftVolts) * 1000f);
            return model.PermilleAt(CellMv - addedMv);
        }

        /// <summary>The filter looks once a second, and at the first sample.</summary>
        private void StepFilter(long elapsedMs, bool first)
        {
            windowMs += elapsedMs;
            windowUas += elapsedMs * CellMa;
            if (!first && windowMs < WindowMs)
            {
                return;
            }

            if (windowMs > PauseMs && CellMa < ChargingMa && CellMa > -ChargingMa)
            {
                filter.Rest();
            }

            float seconds = first ? 0.001f : (windowMs < LongestPauseMs ? windowMs : LongestPauseMs) * 0.001f;
            float meanMa = first ? CellMa : (float)windowUas / windowMs;
            float scale = model.CapacityMah * 0.001f / DesignCapacityMah;
            float charge = (float)counter.RemainingUas / counter.FullUas;
            filter.Step(charge, seconds, meanMa * scale, CellMv * 0.001f, milliCelsius * 0.001f);
            windowMs = 0;
            windowUas = 0;

            float counted = seconds < LongestCountedSeconds ? seconds : LongestCountedSeconds;
            float correction = filter.Correction - (filter.OffsetAmps * counted / (3.6f * model.CapacityMah));
            correction = correction < -1f ? -1f : correction < 1f ? correction : 1f;
            counter.Correct((long)(correction * counter.FullUas));
        }

        /// <summary>After ten minutes of rest the voltage tells the charge: counting begins anew.</summary>
        private bool AnchorAtRest(long elapsedMs)
        {
            int restMa = DesignCapacityMah / RestDivisor;
            bool resting = CellMa <= restMa && CellMa >= -restMa;
            restMs = resting ? restMs + elapsedMs : 0;
            if (restMs < RestMs)
            {
                return false;
            }

            restMs = 0;
            counter.Confirm();
            learner.Anchor(counter.Permille, counter);
            return true;
        }

        private bool AnchorAtFull(long elapsedMs)
        {
            bool tapering = CellMv >= FullMv && CellMa >= ChargingMa && CellMa <= DesignCapacityMah / TaperDivisor;
            taperMs = tapering ? taperMs + elapsedMs : 0;
            if (taperMs < TaperMs)
            {
                return false;
            }

            learner.Anchor(1000, counter);
            counter.Anchor(1000);
            filter.Trust(FullSigma);
            return true;
        }

        /// <summary>Under load close to empty the voltage falls so steeply that it tells the charge, once a discharge.</summary>
        private void AnchorAtEmpty()
        {
            int overpotentialMv = (int)(filter.Cell.OverpotentialVolts * 1000f);
            bool empty = CellMa < -(DesignCapacityMah / RestDivisor) && CellMv - overpotentialMv < EmptyMv;
            bool believed = milliCelsius >= LearningMilliCelsius && CellMa >= -(DesignCapacityMah / 2 * 3);
            if (empty && !wasEmpty && believed)
            {
                learner.Anchor(model.PermilleAt(CellMv - overpotentialMv), counter);
            }

            if (empty && CellMv <= model.CutoffMv)
            {
                // What is shown must be 0 where the cell gives no more, and come there smoothly.
                counter.Correct(-(counter.FullUas / EmptyingDivisor));
            }

            wasEmpty = (empty && believed) || (wasEmpty && CellMa < ChargingMa);
        }

        private int SigmaPermilleNow()
        {
            long errorPermille = counter.SinceAnchorUas / CountingErrorDivisor * 1000 / counter.FullUas;
            return SigmaPermille + (errorPermille > 1000 ? 1000 : (int)errorPermille);
        }
    }
}
