using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>
    /// Holder status of the stand-in service (protocol.md, section 3): version u8 · state u8 · fault row u8 · flags
    /// u8 · heater 0.1 °C i16 · set point 0.1 °C i16 · seconds left u16 · puffs left u8 · shown charge % u8 · uses
    /// left u8. <c>01 06 00 02 17 0D 16 0D 2C 01 0B 51 01</c>: in a session, stick in, 335.1 of 335.0 °C, 300 s and
    /// 11 puffs left, 81 %, one use left.
    /// </summary>
    public static class HolderStatusRecord
    {
        public const int Bytes = 13;

        /// <summary>Version of the layout, first byte of the record.</summary>
        public const byte Version = 1;

        public const int FlagDocked = 1;
        public const int FlagStick = 2;
        public const int FlagLocked = 4;
        public const int FlagPaused = 8;
        public const int FlagEndWarning = 16;
        public const int FlagPuffing = 32;

        /// <summary>Writes the record; what a field cannot carry becomes the nearest value that it can.</summary>
        public static int Write(HolderStatus status, int shownSocPercent, int usesLeft, byte[] buffer)
        {
            buffer[0] = Version;
            buffer[1] = (byte)status.State;
            buffer[2] = (byte)LittleEndian.Limit(status.FaultRow, 0, byte.MaxValue);
            buffer[3] = (byte)FlagsOf(status);
            LittleEndian.WriteInt16(buffer, 4, status.HeaterDeciCelsius);
            LittleEndian.WriteInt16(buffer, 6, status.SetpointDeciCelsius);
            LittleEndian.WriteUInt16(buffer, 8, LittleEndian.Limit(status.SecondsLeft, 0, ushort.MaxValue));
            buffer[10] = (byte)LittleEndian.Limit(status.PuffsLeft, 0, byte.MaxValue);
            buffer[11] = (byte)LittleEndian.Limit(shownSocPercent, 0, 100);
            buffer[12] = (byte)LittleEndian.Limit(usesLeft, 0, byte.MaxValue);
            return Bytes;
        }

        /// <summary>The record's flags; a change of them is one of the reasons to notify.</summary>
        public static int FlagsOf(HolderStatus status)
        {
            int flags = status.Docked ? FlagDocked : 0;
            flags |= status.StickPresent ? FlagStick : 0;
            flags |= status.Locked ? FlagLocked : 0;
            flags |= status.Paused ? FlagPaused : 0;
            flags |= status.EndWarning ? FlagEndWarning : 0;
            flags |= status.Puffing ? FlagPuffing : 0;
            return flags;
        }
    }
}
