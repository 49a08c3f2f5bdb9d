using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Protocol.Commands
{
    /// <summary>
    /// LED brightness (protocol.md, section 4), percent: 64 high, 1E low. The charger's lights are set through C0,
    /// the holder's through C9; a one-piece model has one set of lights behind both.
    /// </summary>
    public static class LightCommands
    {
        private const int ValueBytes = 4;

        /// <summary><c>00 C0 02 23 C3</c> → <c>00 C0 86 23 64 00 00 00</c>.</summary>
        public static void ReadBrightness(ScpContext context)
        {
            context.Reply.BeginRead(context.Request, ValueBytes);
            context.Reply.Set(0, context.AsksHolder
                ? context.Settings.BrightnessPercent
                : context.Settings.ChargerBrightnessPercent);
        }

        /// <summary><c>00 C0 46 23 1E 00 00 00 E1</c> → <c>00 C0 86 23 1E 00 00 00</c>.</summary>
        public static void SetBrightness(ScpContext context)
        {
            int percent = Applied(context);
            if (context.AsksHolder)
            {
                SetHolder(context, percent);
            }

            SetCharger(context, percent);
        }

        /// <summary><c>00 C9 44 24 64 00 00 00 34</c> → <c>00 08 84 24 64 00 00 00 AE</c>.</summary>
        public static void SetHolderBrightness(ScpContext context)
        {
            int percent = Applied(context);
            SetHolder(context, percent);
            if (!context.Identity.Model.HasSeparateHolder)
            {
                SetCharger(context, percent);
            }
        }

        /// <summary>Echoes the value as applied: lights never go dark, for they also warn.</summary>
        private static int Applied(ScpContext context)
        {
            int percent = LittleEndian.Limit(context.Request.Payload(0), Settings.LowestBrightnessPercent, 100);
            context.Reply.BeginWrite(context.Request);
            context.Reply.Set(0, percent);
            return percent;
        }

        private static void SetHolder(ScpContext context, int percent)
        {
            if (context.Settings.BrightnessPercent != percent)
            {
                context.Settings.BrightnessPercent = percent;
                context.SettingChanged(context.Request.Register, percent);
            }
        }

        private static void SetCharger(ScpContext context, int percent)
        {
            if (context.Settings.ChargerBrightnessPercent != percent)
            {
                context.Settings.ChargerBrightnessPercent = percent;
                context.SettingChanged(context.Request.Register, percent);
            }
        }
    }
}
