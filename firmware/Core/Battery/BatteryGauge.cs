namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>
    /// State of charge of the holder's own cell: coulomb counting, corrected by the open-circuit voltage after a rest
    /// and by the end of charging. One sample in five a second; nothing is allocated.
    /// </summary>
    public sealed class BatteryGauge
    {
        // Readings outside are a broken sensor, not a cell.
        private const int LowestMv = 2000;
        private const int HighestMv = 4600;
        private const int HighestMa = 8200;
        private const int LowestMilliCelsius = -40000;
        private const int HighestMilliCelsius = 125000;

        private const int RestMa = 20;
        private const long RestMs = 600000;
        private const int ChargingMa = 5;
        private const int FullMv = 4150;
        private const int TaperMa = 40;
        private const long TaperMs = 10000;

        // Under load the voltage says little; close to empty it says enough not to be surprised.
        private const int KneeMv = 3450;

        private const int PowerOnDisagreementPermille = 100;
        private const int SigmaPermille = 5;
        private const int CountingErrorDivisor = 100;

        // Checklist row 37: what the cell must still give at the current of a preheat.
        private const int PreheatMa = 2000;
        private const int LowestLoadedMv = 3100;

        private readonly CoulombCounter counter = new CoulombCounter();
        private readonly ShownCharge shown = new ShownCharge();
        private readonly UsesEstimator uses = new UsesEstimator();
        private bool restored;
        private long lastMs;
        private long restMs;
        private long taperMs;
        private int milliCelsius;

        /// <summary>A first good sample was seen; nothing below means anything before.</summary>
        public bool HasSample { get; private set; }

        /// <summary>The eco set point is in force: it changes <see cref="UsesLeft"/>.</summary>
        public bool Eco { get; set; }

        /// <summary>Shown state of charge, 0..100.</summary>
        public int ShownSocPercent => shown.Percent;

        /// <summary>Terminal voltage of the last good sample.</summary>
        public int CellMv { get; private set; }

        /// <summary>Positive charges.</summary>
        public int CellMa { get; private set; }

        public int CellDeciCelsius => milliCelsius / 100;

        public int RemainingMah => (int)(counter.RemainingUas / CoulombCounter.MicroAmpSecondsPerMah);

        public int FullChargeMah => (int)(counter.FullUas / CoulombCounter.MicroAmpSecondsPerMah);

        public int StateOfHealthPercent => FullChargeMah * 100 / CellTable.DesignCapacityMah;

        public int FullCycles => DischargedMah / CellTable.DesignCapacityMah;

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
            bool plausible = cellMv >= LowestMv && cellMv <= HighestMv && cellMa >= -HighestMa && cellMa <= HighestMa;
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
            bool anchored = AnchorAtRest(elapsedMs) | AnchorAtFull(elapsedMs);
            PullDownAtKnee();
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

        private int OpenCircuitMvNow()
        {
            return CellMv - (CellMa * CellTable.ResistanceMilliOhmAt(milliCelsius) / 1000);
        }

        private void PowerOn()
        {
            // The stored charge is better than a voltage of unknown rest, unless another cell is in.
            int permille = CellTable.PermilleAt(OpenCircuitMvNow());
            int difference = counter.Permille - permille;
            bool agrees = difference <= PowerOnDisagreementPermille && difference >= -PowerOnDisagreementPermille;
            if (!restored || !agrees)
            {
                counter.Anchor(permille);
            }

            shown.Reset(counter.Permille);
        }

        private bool AnchorAtRest(long elapsedMs)
        {
            bool resting = CellMa <= RestMa && CellMa >= -RestMa;
            restMs = resting ? restMs + elapsedMs : 0;
            if (restMs < RestMs)
            {
                return false;
            }

            restMs = 0;
            counter.Anchor(CellTable.PermilleAt(OpenCircuitMvNow()));
            return true;
        }

        private bool AnchorAtFull(long elapsedMs)
        {
            bool tapering = CellMv >= FullMv && CellMa >= ChargingMa && CellMa <= TaperMa;
            taperMs = tapering ? taperMs + elapsedMs : 0;
            if (taperMs < TaperMs)
            {
                return false;
            }

            counter.Anchor(1000);
            return true;
        }

        private void PullDownAtKnee()
        {
            int openCircuitMv = OpenCircuitMvNow();
            if (CellMa < -RestMa && openCircuitMv < KneeMv)
            {
                counter.PullDown(CellTable.PermilleAt(openCircuitMv));
            }
        }

        private int SigmaPermilleNow()
        {
            long errorPermille = counter.SinceAnchorUas / CountingErrorDivisor * 1000 / counter.FullUas;
            return SigmaPermille + (errorPermille > 1000 ? 1000 : (int)errorPermille);
        }
    }
}
