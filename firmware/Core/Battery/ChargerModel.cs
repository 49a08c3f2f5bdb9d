namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>The charger of two-piece models: a small model driven by dock and USB events; no hardware exists.</summary>
    public sealed class ChargerModel
    {
        /// <summary>Capacity of the charger's cell, mAh.</summary>
        public const int CapacityMah = 2900;

        private const long FullUas = CapacityMah * CoulombCounter.MicroAmpSecondsPerMah;
        private const long MaximumGapMs = 1000;

        // From its own cell over 5 V into the holder's: current times voltage ratio over the converter's loss.
        private const int DrawPermille = 1180;

        // Empty to full in about two hours: constant current to 80 %, then falling with the charge that is missing.
        private const int UsbMa = 2000;
        private const int TaperFromPermille = 800;
        private const int TaperFloorMa = 100;

        private const int ResistanceMilliOhm = 40;
        private const int WarmingMilliCelsiusPerAmp = 2500;

        private long remainingUas = FullUas;
        private long lastMs = -1;
        private int currentMa;
        private int ambientMilliCelsius = 25000;

        /// <summary>Its USB cable is in and powered.</summary>
        public bool UsbPowered { get; set; }

        /// <summary>State of charge of the charger's cell, 0..100.</summary>
        public int SocPercent => (Permille + 5) / 10;

        /// <summary>Terminal voltage of the charger's cell.</summary>
        public int CellMv => CellTable.OpenCircuitMvAt(Permille) + (currentMa * ResistanceMilliOhm / 1000);

        /// <summary>Current of the charger's cell; positive charges.</summary>
        public int CellMa => currentMa;

        /// <summary>Temperature of the charger, degrees Celsius.</summary>
        public int Celsius
        {
            get
            {
                int amount = currentMa < 0 ? -currentMa : currentMa;
                return (ambientMilliCelsius + (amount * WarmingMilliCelsiusPerAmp / 1000)) / 1000;
            }
        }

        /// <summary>It has something to charge a holder with.</summary>
        public bool CanCharge => UsbPowered || remainingUas > 0;

        private int Permille => (int)(remainingUas * 1000 / FullUas);

        /// <summary>Time passes. <paramref name="holderMa"/>: current into a docked holder's cell, 0 while undocked.</summary>
        public void Step(long nowMs, int holderMa, int ambient)
        {
            long gapMs = lastMs < 0 ? 0 : nowMs - lastMs;
            lastMs = nowMs;
            ambientMilliCelsius = ambient < -40000 ? -40000 : ambient > 85000 ? 85000 : ambient;

            int drawMa = holderMa <= 0 ? 0 : (holderMa > UsbMa ? UsbMa : holderMa) * DrawPermille / 1000;
            currentMa = (UsbPowered ? UsbChargeMa() : 0) - drawMa;
            if (gapMs <= 0)
            {
                return;
            }

            remainingUas += currentMa * (gapMs > MaximumGapMs ? MaximumGapMs : gapMs);
            remainingUas = remainingUas < 0 ? 0 : remainingUas > FullUas ? FullUas : remainingUas;
        }

        /// <summary>Charge left in its cell, permille; what a stored record carries.</summary>
        public int SavedPermille()
        {
            return Permille;
        }

        /// <summary>Takes over a stored charge, permille; brought into 0..1000.</summary>
        public void Restore(int permille)
        {
            int bounded = permille < 0 ? 0 : permille > 1000 ? 1000 : permille;
            remainingUas = FullUas / 1000 * bounded;
        }

        private int UsbChargeMa()
        {
            if (remainingUas >= FullUas)
            {
                return 0;
            }

            if (Permille < TaperFromPermille)
            {
                return UsbMa;
            }

            int missingPermille = 1000 - Permille;
            return TaperFloorMa + ((UsbMa - TaperFloorMa) * missingPermille / (1000 - TaperFromPermille));
        }
    }
}
