namespace IqosDevice.Firmware.Core.Protocol.Commands
{
    /// <summary>Flex battery (protocol.md, section 4): 00 performance, 01 eco.</summary>
    public static class FlexBatteryCommands
    {
        private const int ValueBytes = 4;

        /// <summary><c>00 C9 00 25 FB</c> → <c>00 08 84 25 mm 00 00 00</c>.</summary>
        public static void ReadFlexBattery(ScpContext context)
        {
            context.Reply.BeginRead(context.Request, ValueBytes);
            context.Reply.Set(0, context.Settings.FlexBatteryEco ? 1 : 0);
        }

        /// <summary><c>00 C9 44 25 01 00 00 00 4D</c> → <c>00 08 84 25 01 00 00 00</c>.</summary>
        /// <returns>False for a mode that does not exist.</returns>
        public static bool SetFlexBattery(ScpContext context)
        {
            int mode = context.Request.Payload(0);
            if (mode > 1)
            {
                return false;
            }

            bool isEco = mode == 1;
            if (context.Settings.FlexBatteryEco != isEco)
            {
                context.Settings.FlexBatteryEco = isEco;
                context.SettingChanged(context.Request.Register, mode);
            }

            context.Reply.BeginWrite(context.Request);
            return true;
        }
    }
}
