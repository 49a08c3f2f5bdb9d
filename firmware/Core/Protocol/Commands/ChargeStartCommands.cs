namespace IqosDevice.Firmware.Core.Protocol.Commands
{
    /// <summary>
    /// Vibration when charging starts (protocol.md, section 4). Clients write two records (04 and 05) of 24 bytes
    /// <c>cc rr 00 FF FF FF vv 00…</c>, commit, and read both back; vv is 00 for on and 09 for off, cc an inner
    /// check byte of unknown kind. There is one setting: the record written last decides.
    /// </summary>
    public static class ChargeStartCommands
    {
        /// <summary>Place of the value in the payload of a write.</summary>
        public const int WriteValueIndex = 6;

        public const int ValueOn = 0x00;
        public const int ValueOff = 0x09;

        private const int WriteRecordIndex = 1;
        private const int ReadValueIndex = 5;
        private const int ValueBytes = 14;
        private const int FirstRecord = 0x04;
        private const int SecondRecord = 0x05;

        /// <summary><c>00 C9 07 04 04 00 00 00 08</c> → <c>00 08 8B 04 04 00 00 00 00 vv 00…</c>.</summary>
        /// <returns>False for a record that does not exist.</returns>
        public static bool ReadRecord(ScpContext context)
        {
            int record = context.Request.Payload(0);
            if (record != FirstRecord && record != SecondRecord)
            {
                return false;
            }

            context.Reply.BeginRead(context.Request, ValueBytes);
            context.Reply.Set(0, record);
            context.Reply.Set(ReadValueIndex, context.Settings.VibrateOnChargeStart ? ValueOn : ValueOff);
            return true;
        }

        /// <summary><c>00 C9 4F 04 64 04 00 FF FF FF 09 00… 0C</c> (in two fragments) → the same with <c>08 8F</c>.</summary>
        /// <returns>False for a record or a value that does not exist.</returns>
        public static bool WriteRecord(ScpContext context)
        {
            int record = context.Request.Payload(WriteRecordIndex);
            int value = context.Request.Payload(WriteValueIndex);
            if ((record != FirstRecord && record != SecondRecord) || (value != ValueOn && value != ValueOff))
            {
                return false;
            }

            bool isOn = value == ValueOn;
            if (context.Settings.VibrateOnChargeStart != isOn)
            {
                context.Settings.VibrateOnChargeStart = isOn;
                context.SettingChanged(context.Request.Register, (FirstRecord << 8) | (isOn ? 1 : 0));
            }

            context.Reply.BeginWrite(context.Request);
            return true;
        }

        /// <summary><c>00 C9 47 04 00 FF FF 00 DA</c> → <c>00 08 87 04 00 FF FF 00</c>; the records are in effect already.</summary>
        public static void Commit(ScpContext context)
        {
            context.Reply.BeginWrite(context.Request);
        }
    }
}
