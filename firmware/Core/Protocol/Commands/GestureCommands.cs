namespace IqosDevice.Firmware.Core.Protocol.Commands
{
    /// <summary>
    /// Smart gesture as older clients know it (protocol.md, sections 3 and 4): register 05, a write of 14 bytes
    /// <c>cc 05 01 00 00 vv 00 FF×6 00</c>, vv 01 on, 00 off, cc an inner check byte of unknown kind; then a commit.
    /// The setting is the one behind register 24.
    /// </summary>
    public static class GestureCommands
    {
        /// <summary>Place of the value in the payload of a write.</summary>
        public const int WriteValueIndex = 5;

        private const int ValueBytes = 4;
        private const int RecordIndex = 1;
        private const int Record = 0x05;
        private const int Register24 = 0x24;

        /// <summary><c>00 C9 04 05 05 01 00 00 6C</c> → <c>00 08 84 05 05 vv 00 00</c>.</summary>
        /// <returns>False for a record that does not exist.</returns>
        public static bool ReadOldGesture(ScpContext context)
        {
            if (context.Request.Payload(0) != Record)
            {
                return false;
            }

            context.Reply.BeginRead(context.Request, ValueBytes);
            context.Reply.Set(0, Record);
            context.Reply.Set(1, context.Settings.SmartGesture ? 1 : 0);
            return true;
        }

        /// <summary><c>00 C9 48 05 3C 05 01 00 00 01 00 FF FF FF FF FF FF 00 C0</c> → the same with <c>08 88</c>.</summary>
        /// <returns>False for a record or a value that does not exist.</returns>
        public static bool WriteOldGesture(ScpContext context)
        {
            int value = context.Request.Payload(WriteValueIndex);
            if (context.Request.Payload(RecordIndex) != Record || value > 1)
            {
                return false;
            }

            FlagCommands.Apply(context, ScpCommand.SmartGesture, Register24, ScpCommands.SelectorSmartGesture, value == 1);
            context.Reply.BeginWrite(context.Request);
            return true;
        }

        /// <summary><c>00 C9 44 05 00 FF FF 00 C3</c> → <c>00 08 84 05 00 FF FF 00</c>; the write is in effect already.</summary>
        public static void Commit(ScpContext context)
        {
            context.Reply.BeginWrite(context.Request);
        }
    }
}
