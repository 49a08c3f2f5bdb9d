namespace IqosDevice.Firmware.Core.Storage
{
    /// <summary>What the user chose and what was calibrated. Stored as one record; see SettingsRecord.</summary>
    public sealed class Settings
    {
        /// <summary>Lowest brightness that can be set, percent: lights never go dark, for they also warn.</summary>
        public const int LowestBrightnessPercent = 1;

        /// <summary>Brightness of the lights, percent; clients set 100 (high) or 30 (low).</summary>
        public int BrightnessPercent = 100;

        /// <summary>Brightness of the charger's lights, percent; equal to the holder's on one-piece models.</summary>
        public int ChargerBrightnessPercent = 100;

        public bool VibrateOnHeatingStart = true;
        public bool VibrateOnReady = true;
        public bool VibrateOnPuffEnd = true;
        public bool VibrateOnManualStop = true;
        public bool VibrateOnChargeStart = true;
        public bool Locked;
        public bool AutoStart;
        public bool PauseMode;
        public bool SmartGesture;
        public bool FlexPuff;
        public bool FlexBatteryEco;

        /// <summary>Cold resistance of this unit's heater at 0 degrees Celsius, micro-ohm; nominal 0.8 ohm.</summary>
        public int HeaterR0MicroOhm = 800000;

        /// <summary>What the calibration run found out about this unit; a record of its own.</summary>
        public readonly UnitCalibration Unit = new UnitCalibration();

        /// <summary>Something changed since the last write; the store clears it.</summary>
        public bool Dirty;
    }
}
