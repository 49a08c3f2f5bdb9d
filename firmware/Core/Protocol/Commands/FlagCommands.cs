using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Protocol.Commands
{
    /// <summary>
    /// Switches that are on or off behind a selector (protocol.md, section 4): auto start 01, pause mode 02 and
    /// smart gesture 04 in register 24, flex puff 03 in register 22. <c>ss vv 00 00</c>, vv 01 on, 00 off.
    /// </summary>
    public static class FlagCommands
    {
        private const int ValueBytes = 4;
        private const int ValueIndex = 1;

        /// <summary><c>00 C9 07 24 01 00 00 00 22</c> → <c>00 08 87 24 01 01 00 00 A5</c>.</summary>
        public static void ReadFlag(ScpContext context)
        {
            context.Reply.BeginRead(context.Request, ValueBytes);
            WriteFlag(context, Get(context.Settings, context.Request.Command));
        }

        /// <summary><c>00 C9 47 24 01 01 00 00 3F</c> → <c>00 08 87 24 01 01 00 00 A5</c>.</summary>
        /// <returns>False for a value that is neither on nor off.</returns>
        public static bool SetFlag(ScpContext context)
        {
            int value = context.Request.Payload(ValueIndex);
            if (value > 1)
            {
                return false;
            }

            Apply(context, context.Request.Command, context.Request.Register, context.Request.Payload(0), value == 1);
            context.Reply.BeginWrite(context.Request);
            WriteFlag(context, value == 1);
            return true;
        }

        /// <summary>Stores one switch, whichever way the client named it, and logs a change.</summary>
        public static void Apply(ScpContext context, ScpCommand command, int register, int selector, bool isOn)
        {
            Settings settings = context.Settings;
            if (Get(settings, command) == isOn)
            {
                return;
            }

            switch (command)
            {
                case ScpCommand.AutoStart: settings.AutoStart = isOn; break;
                case ScpCommand.PauseMode: settings.PauseMode = isOn; break;
                case ScpCommand.FlexPuff: settings.FlexPuff = isOn; break;
                default: settings.SmartGesture = isOn; break;
            }

            context.SettingChanged(register, (selector << 8) | (isOn ? 1 : 0));
        }

        private static bool Get(Settings settings, ScpCommand command)
        {
            switch (command)
            {
                case ScpCommand.AutoStart: return settings.AutoStart;
                case ScpCommand.PauseMode: return settings.PauseMode;
                case ScpCommand.FlexPuff: return settings.FlexPuff;
                default: return settings.SmartGesture;
            }
        }

        private static void WriteFlag(ScpContext context, bool isOn)
        {
            context.Reply.Set(0, context.Request.Payload(0));
            context.Reply.Set(ValueIndex, isOn ? 1 : 0);
            context.Reply.Set(2, 0);
            context.Reply.Set(3, 0);
        }
    }
}
