namespace IqosDevice.Firmware.Core.Protocol.Commands
{
    /// <summary>Firmware version and product number (protocol.md, section 4).</summary>
    public static class VersionCommands
    {
        private const int ValueBytes = 14;
        private const int LeadCharger = 0x10;
        private const int LeadHolder = 0x0E;

        // Bytes behind the version in the capture; their meaning is unknown.
        private static readonly byte[] Trailer = { 0xA0, 0xC0, 0x01, 0x14, 0x01, 0x01, 0x06, 0x06 };

        /// <summary><c>00 C0 00 00 00</c> → <c>00 C0 88 00 10 00 87 05 00 21 A0 C0 01 14 01 01 06 06 3F</c>.</summary>
        public static void ReadFirmwareVersion(ScpContext context)
        {
            ScpReply reply = context.Reply;
            bool isSeparateHolder = context.AsksHolder && context.Identity.Model.HasSeparateHolder;
            uint version = isSeparateHolder ? FirmwareVersions.Holder : FirmwareVersions.Charger;
            reply.BeginRead(context.Request, ValueBytes);
            reply.Set(0, isSeparateHolder ? LeadHolder : LeadCharger);
            for (int index = 0; index < 4; index++)
            {
                reply.Set(2 + index, (int)((version >> (24 - (8 * index))) & 0xFF));
            }

            for (int index = 0; index < Trailer.Length; index++)
            {
                reply.Set(6 + index, Trailer[index]);
            }
        }

        /// <summary><c>00 C9 00 03 09</c> → <c>00 08 88 03</c> + 14 ASCII characters; a shorter number ends in NUL.</summary>
        public static void ReadProductNumber(ScpContext context)
        {
            string number = context.AsksHolder
                ? context.Identity.HolderProductNumber
                : context.Identity.ChargerProductNumber;
            context.Reply.BeginRead(context.Request, ValueBytes);
            for (int index = 0; index < number.Length && index < ValueBytes; index++)
            {
                context.Reply.Set(index, number[index]);
            }
        }
    }
}
