namespace IqosDevice.Firmware.Core.Protocol.Commands
{
    /// <summary>The long reads (protocol.md, sections 3 and 4): telemetry, clock, and one of unknown meaning.</summary>
    public static class TelemetryCommands
    {
        /// <summary>Payload bytes of every long read's request.</summary>
        public const int RequestBytes = 2;

        private const int BlockBytes = 8;
        private const int TagOffset = 7;
        private const uint LargestCount = 0xFFFFFF;
        private const int BaseYear = 2010;

        // Total uses, days used, and two that no client understands.
        private static readonly byte[] Tags = { 0x8E, 0x17, 0x20, 0x18 };

        /// <summary>
        /// <c>00 C9 10 02 01 01 75 D6</c> → <c>00 08 90 22 01 01</c> + 4 blocks of 8 bytes: index u32 · value u24 ·
        /// tag u8.
        /// </summary>
        public static void ReadTelemetry(ScpContext context)
        {
            BeginWithEcho(context, RequestBytes + (Tags.Length * BlockBytes));
            for (int block = 0; block < Tags.Length; block++)
            {
                int offset = RequestBytes + (block * BlockBytes);
                context.Reply.SetUInt32(offset, (uint)block);
                context.Reply.SetUInt32(offset + 4, Count(context, block));
                context.Reply.Set(offset + TagOffset, Tags[block]);
            }
        }

        /// <summary>
        /// <c>00 C9 10 02 00 04 38 EF</c> → <c>00 08 90 0A 00 04 DA 07 01 01 57 33 84 1C 21 CE</c>: base date
        /// (year u16, month, day) and seconds since then, u32.
        /// </summary>
        public static void ReadClock(ScpContext context)
        {
            BeginWithEcho(context, RequestBytes + 8);
            context.Reply.SetUInt16(2, BaseYear);
            context.Reply.Set(4, 1);
            context.Reply.Set(5, 1);
            context.Reply.SetUInt32(6, context.RtcSeconds);
        }

        /// <summary><c>00 C9 10 02 00 02 B9 A5</c> → payload <c>00 02 00 00 00 00</c>.</summary>
        public static void ReadOther(ScpContext context)
        {
            BeginWithEcho(context, RequestBytes + 4);
        }

        private static void BeginWithEcho(ScpContext context, int valueBytes)
        {
            context.Reply.BeginLong(context.Request, valueBytes);
            context.Reply.Set(0, context.Request.Payload(0));
            context.Reply.Set(1, context.Request.Payload(1));
        }

        private static uint Count(ScpContext context, int block)
        {
            uint count;
            switch (block)
            {
                case 0: count = context.Usage.TotalUses; break;
                case 1: count = context.Usage.DaysUsed; break;
                default: count = 0; break;
            }

            return count > LargestCount ? LargestCount : count;
        }
    }
}
