namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>State of charge of the holder's own cell.</summary>
    public sealed class BatteryGauge
    {
        /// <summary>Shown state of charge, 0..100.</summary>
        public int ShownSocPercent => 0;

        public int CellMv => 0;

        /// <summary>Positive charges.</summary>
        public int CellMa => 0;

        public int CellDeciCelsius => 0;

        public int RemainingMah => 0;

        public int FullChargeMah => 0;

        public int StateOfHealthPercent => 0;

        public int FullCycles => 0;

        /// <summary>Sessions that the charge still allows at the normal set point, 0..2.</summary>
        public int UsesLeft => 0;

        /// <summary>Feeds one sample of the cell monitor.</summary>
        public void Step(long sampleMs, int cellMv, int cellMa, int cellMilliCelsius)
        {
        }
    }
}
