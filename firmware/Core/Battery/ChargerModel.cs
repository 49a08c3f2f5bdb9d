namespace IqosDevice.Firmware.Core.Battery
{
    /// <summary>The charger of two-piece models: a small model driven by dock and USB events; no hardware exists.</summary>
    public sealed class ChargerModel
    {
        /// <summary>State of charge of the charger's 2900 mAh cell, 0..100.</summary>
        public int SocPercent => 0;

        public int CellMv => 0;

        public int Celsius => 0;

        /// <summary>Find-my-device and brightness of the charger act on this model.</summary>
        public int BrightnessPercent = 100;
    }
}
