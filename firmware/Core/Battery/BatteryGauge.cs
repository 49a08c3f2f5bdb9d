using IqosDevice.Firmware.Core.Battery.Cells;

namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>
    /// State of charge of a cell: every sample is counted, once a second a filter says what the voltage makes of it, and
    /// the end of charging is full. One sample in five a second; nothing is allocated.
    /// </summary>
    public sealed partial class BatteryGauge
    {
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

        // In the cold, and under more than 1.5C, the overpotential is too uncertain to learn a capacity from.
        private const int LearningMilliCelsius = 10000;
        private const float FullSigma = 0.005f;

        private const int PowerOnDisagreementPermille = 100;
        private const float RestoredSigma = 0.01f;
        private const float ColdStartSigma = 0.05f;
        private const int SigmaPermille = 3;
        private const int CountingErrorDivisor = 100;

        private const long NoSession = long.MinValue;

        private readonly CellModel model;
        private readonly CoulombCounter counter;
        private readonly ChargeFilter filter;
        private readonly CapacityLearner learner = new CapacityLearner();
        private readonly ShownCharge shown = new ShownCharge();
        private readonly UsesEstimator uses = new UsesEstimator();
        private long sessionUas = NoSession;
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

            counter.Add(sampleMs, cellMa);
            StepFilter(elapsedMs, first);
            long countedMs = elapsedMs > PauseMs ? 0 : elapsedMs;
            bool anchored = AnchorAtRest(countedMs) | AnchorAtFull(countedMs);
            AnchorAtEmpty();
            StepShown(sampleMs, first || anchored);
        }

        /// <summary>A session begins: what it takes out of the cell is learned, where <see cref="EndSession"/> says that it was whole.</summary>
        public void BeginSession()
        {
            sessionUas = HasSample ? counter.NetUas : NoSession;
        }

        /// <summary>The session ended; <paramref name="whole"/>: by its time or its puffs.</summary>
        public void EndSession(bool whole)
        {
            if (whole && sessionUas != NoSession)
            {
                // As counted, at the voltage of the middle: the estimate may have moved for other reasons.
                int milliOhm = SessionNeed.ResistanceMilliOhm(milliCelsius, History.ResistancePermille);
                int takenMas = (int)((sessionUas - counter.NetUas) / 1000);
                int middle = counter.Permille + (int)(takenMas * 500L / (counter.FullUas / 1000));
                int cellJoules = (int)((long)takenMas * CellTable.OpenCircuitMvAt(middle) / 1000000);
                History.LearnSession(SessionNeed.HeatJoules(cellJoules, milliCelsius, milliOhm));
            }

            sessionUas = NoSession;
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

        private void StepShown(long sampleMs, bool mayRise)
        {
            // What is shown comes smoothly to 0 where the cell gives no more, whatever the estimate says.
            bool charging = CellMa >= ChargingMa;
            bool atCutoff = CellMv <= model.CutoffMv && CellMa < -(DesignCapacityMah / RestDivisor);
            shown.Step(sampleMs, atCutoff ? 0 : counter.Permille, charging);
            uses.Step(counter.Permille - (2 * SigmaPermilleNow()), FullChargeMah, milliCelsius, History, mayRise || charging);
        }

        private void PowerOn()
        {
            int permille = PermilleOfVoltage();
            int difference = counter.Permille - permille;
            bool agrees = difference <= PowerOnDisagreementPermille && difference >= -PowerOnDisagreementPermille;
            if (ResetReason == GaugeReset.None && agrees)
            {
                filter.Trust(RestoredSigma);
            }
            else
            {
                // No stored charge, or another cell is in, or the counter was wrong: the voltage is the best that there is.
                ResetReason = ResetReason == GaugeReset.None ? GaugeReset.Contradicted : ResetReason;
                counter.Anchor(permille);
                filter.Trust(ColdStartSigma);
                unseenMs = IsResting(CellMa) ? 0 : ColdStartPermille * MsPerUnseenPermille;
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

            if (voltageStuck)
            {
                Lose(windowMs);
                windowMs = 0;
                windowUas = 0;
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
            filter.Cell.Resistance = History.ResistancePermille * 0.001f;
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
            restMs = IsResting(CellMa) && !voltageStuck ? restMs + elapsedMs : 0;
            if (restMs < RestMs)
            {
                return false;
            }

            restMs = 0;
            unseenMs = 0;
            counter.Confirm();
            Learn(counter.Permille);
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

            Learn(1000);
            unseenMs = 0;
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
                Learn(model.PermilleAt(CellMv - overpotentialMv));
            }

            wasEmpty = (empty && believed) || (wasEmpty && CellMa < ChargingMa);
        }

        /// <summary>The charge is known without counting.</summary>
        private void Learn(int permille)
        {
            if (learner.Anchor(permille, counter))
            {
                History.LearnedCapacity(FullCycles);
            }
        }

        private int SigmaPermilleNow()
        {
            long errorPermille = (counter.SinceAnchorUas / CountingErrorDivisor * 1000 / counter.FullUas) + (unseenMs / MsPerUnseenPermille);
            return SigmaPermille + (errorPermille > 1000 ? 1000 : (int)errorPermille);
        }
    }
}
