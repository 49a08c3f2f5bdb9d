using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Core.Storage
{
    /// <summary>
    /// Settings as stored: brightness % u8 · charger brightness % u8 · switches u16 (bit 0 upwards in the order of
    /// <see cref="Settings"/>) · heater R0 micro-ohm u32.
    /// </summary>
    public sealed class SettingsRecord : StoredRecord
    {
        // 0.8 ohm and 30 % to either side; no other heater can be on this board.
        private const int LowestR0MicroOhm = 560000;
        private const int HighestR0MicroOhm = 1040000;

        private readonly Settings settings;

        public SettingsRecord(byte kind, Settings settings)
            : base(kind, 1, 8)
        {
            this.settings = settings;
        }

        public override bool IsDirty => settings.Dirty;

        public override void MarkClean()
        {
            settings.Dirty = false;
        }

        public override void WritePayload(byte[] buffer, int offset)
        {
            buffer[offset] = (byte)settings.BrightnessPercent;
            buffer[offset + 1] = (byte)settings.ChargerBrightnessPercent;
            LittleEndian.WriteUInt16(buffer, offset + 2, Switches());
            LittleEndian.WriteUInt32(buffer, offset + 4, (uint)settings.HeaterR0MicroOhm);
        }

        public override void ReadPayload(byte[] buffer, int offset)
        {
            settings.BrightnessPercent = Percent(buffer[offset], settings.BrightnessPercent);
            settings.ChargerBrightnessPercent = Percent(buffer[offset + 1], settings.ChargerBrightnessPercent);
            ApplySwitches(LittleEndian.ReadUInt16(buffer, offset + 2));
            uint r0MicroOhm = LittleEndian.ReadUInt32(buffer, offset + 4);
            if (r0MicroOhm >= LowestR0MicroOhm && r0MicroOhm <= HighestR0MicroOhm)
            {
                settings.HeaterR0MicroOhm = (int)r0MicroOhm;
            }
        }

        private static int Percent(int stored, int fallback)
        {
            return stored >= Settings.LowestBrightnessPercent && stored <= 100 ? stored : fallback;
        }

        private static int Bit(bool isSet, int bit)
        {
            return isSet ? 1 << bit : 0;
        }

        private int Switches()
        {
            return Bit(settings.VibrateOnHeatingStart, 0)
                | Bit(settings.VibrateOnReady, 1)
                | Bit(settings.VibrateOnPuffEnd, 2)
                | Bit(settings.VibrateOnManualStop, 3)
                | Bit(settings.VibrateOnChargeStart, 4)
                | Bit(settings.Locked, 5)
                | Bit(settings.AutoStart, 6)
                | Bit(settings.PauseMode, 7)
                | Bit(settings.SmartGesture, 8)
                | Bit(settings.FlexPuff, 9)
                | Bit(settings.FlexBatteryEco, 10);
        }

        private void ApplySwitches(int switches)
        {
            settings.VibrateOnHeatingStart = (switches & Bit(true, 0)) != 0;
            settings.VibrateOnReady = (switches & Bit(true, 1)) != 0;
            settings.VibrateOnPuffEnd = (switches & Bit(true, 2)) != 0;
            settings.VibrateOnManualStop = (switches & Bit(true, 3)) != 0;
            settings.VibrateOnChargeStart = (switches & Bit(true, 4)) != 0;
            settings.Locked = (switches & Bit(true, 5)) != 0;
            settings.AutoStart = (switches & Bit(true, 6)) != 0;
            settings.PauseMode = (switches & Bit(true, 7)) != 0;
            settings.SmartGesture = (switches & Bit(true, 8)) != 0;
            settings.FlexPuff = (switches & Bit(true, 9)) != 0;
            settings.FlexBatteryEco = (switches & Bit(true, 10)) != 0;
        }
    }
}
