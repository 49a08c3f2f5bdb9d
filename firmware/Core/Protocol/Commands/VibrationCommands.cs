using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Protocol.Commands
{
    /// <summary>
    /// When the holder vibrates (protocol.md, section 4): <c>10 00 HH LL</c>, HH bit 0 heating start and bit 4
    /// ready to use, LL bit 0 puff end and bit 4 manual stop.
    /// </summary>
    public static class VibrationCommands
    {
        private const int ValueBytes = 4;
        private const int HighIndex = 2;
        private const int LowIndex = 3;
        private const int BitLow = 0x01;
        private const int BitHigh = 0x10;

        // 10 and 03 were both seen in the first byte; every client takes 10.
        private const int Lead = 0x10;

        /// <summary><c>00 C9 00 23 E9</c> → <c>00 08 84 23 10 00 HH LL</c>.</summary>
        public static void ReadVibration(ScpContext context)
        {
            context.Reply.BeginRead(context.Request, ValueBytes);
            WriteFlags(context);
        }

        /// <summary><c>00 C9 44 23 10 00 01 01 65</c> → <c>00 08 84 23 10 00 01 01</c>; unknown bits are not applied.</summary>
        public static void SetVibration(ScpContext context)
        {
            Settings settings = context.Settings;
            int before = Flags(settings);
            int high = context.Request.Payload(HighIndex);
            int low = context.Request.Payload(LowIndex);
            settings.VibrateOnHeatingStart = (high & BitLow) != 0;
            settings.VibrateOnReady = (high & BitHigh) != 0;
            settings.VibrateOnPuffEnd = (low & BitLow) != 0;
            settings.VibrateOnManualStop = (low & BitHigh) != 0;
            if (Flags(settings) != before)
            {
                context.SettingChanged(context.Request.Register, Flags(settings));
            }

            context.Reply.BeginWrite(context.Request);
            WriteFlags(context);
        }

        private static void WriteFlags(ScpContext context)
        {
            int flags = Flags(context.Settings);
            context.Reply.Set(0, Lead);
            context.Reply.Set(1, 0);
            context.Reply.Set(HighIndex, flags >> 8);
            context.Reply.Set(LowIndex, flags);
        }

        private static int Flags(Settings settings)
        {
            int high = (settings.VibrateOnHeatingStart ? BitLow : 0) | (settings.VibrateOnReady ? BitHigh : 0);
            int low = (settings.VibrateOnPuffEnd ? BitLow : 0) | (settings.VibrateOnManualStop ? BitHigh : 0);
            return (high << 8) | low;
        }
    }
}
