using IqosDevice.Firmware.Core.Battery;

namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>
    /// Battery information (protocol.md, section 2): flags u16 · charge % u8 · temperature °C u8 · cell mV u16, and
    /// the holder's charge % u8 while it is docked. <c>0F 00 38 19 B4 0E 64</c>: docked, charger 56 %, 25 °C,
    /// 3764 mV, holder 100 %.
    /// </summary>
    public static class BatteryRecord
    {
        /// <summary>Longest record, bytes.</summary>
        public const int MaxBytes = 7;

        private const int BaseBytes = 6;
        private const int FlagsAlways = 0x07;
        private const int FlagHolderPresent = 0x08;

        /// <summary>Writes the record; bytes 2 to 5 are the charger's, on one-piece models the only cell's.</summary>
        /// <returns>7 for a docked two-piece model, else 6.</returns>
        public static int Write(HolderModel model, bool docked, BatteryGauge gauge, ChargerModel charger, byte[] buffer)
        {
            if (model.HasSeparateHolder)
            {
                return Write(docked, charger.SocPercent, charger.Celsius, charger.CellMv, gauge.ShownSocPercent, buffer);
            }

            return Write(false, gauge.ShownSocPercent, gauge.CellDeciCelsius / 10, gauge.CellMv, 0, buffer);
        }

        /// <summary>
        /// Writes the record from its values. Clients take the temperature as unsigned: below zero it shows zero.
        /// </summary>
        /// <param name="holderPresent">A holder sits in the charger: its charge is told too.</param>
        /// <param name="socPercent">Charge of the charger, or of the only cell.</param>
        /// <param name="celsius">Temperature of that cell, degrees Celsius.</param>
        /// <param name="cellMv">Voltage of that cell, mV.</param>
        /// <param name="holderSocPercent">Charge of the holder; told while it is present.</param>
        /// <param name="buffer">Receives the record.</param>
        /// <returns>7 with a holder present, else 6.</returns>
        public static int Write(bool holderPresent, int socPercent, int celsius, int cellMv, int holderSocPercent, byte[] buffer)
        {
            LittleEndian.WriteUInt16(buffer, 0, holderPresent ? FlagsAlways | FlagHolderPresent : FlagsAlways);
            buffer[2] = (byte)LittleEndian.Limit(socPercent, 0, 100);
            buffer[3] = (byte)LittleEndian.Limit(celsius, 0, byte.MaxValue);
            LittleEndian.WriteUInt16(buffer, 4, LittleEndian.Limit(cellMv, 0, ushort.MaxValue));
            if (!holderPresent)
            {
                return BaseBytes;
            }

            buffer[BaseBytes] = (byte)LittleEndian.Limit(holderSocPercent, 0, 100);
            return MaxBytes;
        }
    }
}
