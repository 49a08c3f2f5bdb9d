using IqosDevice.Firmware.Core.Battery;

namespace IqosDevice.Firmware.Core.Protocol.Commands
{
    /// <summary>
    /// Battery gauge (protocol.md, sections 3 and 4), 14 bytes: shown charge % u8 · cell mV u16 · current mA i16 ·
    /// cell temperature 0.1 °C i16 · remaining mAh u16 · full mAh u16 · state of health % u8 · full cycles u16.
    /// </summary>
    public static class GaugeCommands
    {
        private const int ValueBytes = 14;

        /// <summary><c>00 C0 00 21 E7</c> → <c>00 C0 88 21</c> + 14 bytes; of the holder's cell when asked as C9.</summary>
        public static void ReadBatteryGauge(ScpContext context)
        {
            context.Reply.BeginRead(context.Request, ValueBytes);
            if (context.AsksHolder)
            {
                WriteHolder(context.Reply, context.Gauge);
            }
            else
            {
                WriteCharger(context.Reply, context.Charger);
            }
        }

        private static void WriteHolder(ScpReply reply, BatteryGauge gauge)
        {
            reply.Set(0, LittleEndian.Limit(gauge.ShownSocPercent, 0, 100));
            reply.SetUInt16(1, gauge.CellMv);
            reply.SetInt16(3, gauge.CellMa);
            reply.SetInt16(5, gauge.CellDeciCelsius);
            reply.SetUInt16(7, gauge.RemainingMah);
            reply.SetUInt16(9, gauge.FullChargeMah);
            reply.Set(11, LittleEndian.Limit(gauge.StateOfHealthPercent, 0, 100));
            reply.SetUInt16(12, gauge.FullCycles);
        }

        /// <summary>The charger's model does not age.</summary>
        private static void WriteCharger(ScpReply reply, ChargerModel charger)
        {
            int socPercent = LittleEndian.Limit(charger.SocPercent, 0, 100);
            reply.Set(0, socPercent);
            reply.SetUInt16(1, charger.CellMv);
            reply.SetInt16(3, charger.CellMa);
            reply.SetInt16(5, charger.Celsius * 10);
            reply.SetUInt16(7, socPercent * ChargerModel.CapacityMah / 100);
            reply.SetUInt16(9, ChargerModel.CapacityMah);
            reply.Set(11, 100);
        }
    }
}
