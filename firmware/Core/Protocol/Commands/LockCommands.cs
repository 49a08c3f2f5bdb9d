using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Core.Protocol.Commands
{
    /// <summary>Lock and unlock (protocol.md, section 4): <c>02 FF 00 00</c> locked, <c>00 00 00 00</c> unlocked.</summary>
    public static class LockCommands
    {
        private const int ValueBytes = 4;
        private const int StatusBytes = 14;
        private const int LockedFirst = 0x02;
        private const int LockedSecond = 0xFF;

        // As captured; the meaning of the bytes is unknown, and no client reads the lock from them.
        private static readonly byte[] Status =
        {
            0x33, 0x00, 0x6A, 0x00, 0x02, 0x00, 0xCA, 0x55, 0x06, 0x00, 0x05, 0x00, 0x00, 0x00,
        };

        /// <summary><c>00 C9 00 04 1C</c> → <c>00 08 84 04 02 FF 00 00</c> or <c>00 08 84 04 00 00 00 00</c>.</summary>
        public static void ReadLock(ScpContext context)
        {
            context.Reply.BeginRead(context.Request, ValueBytes);
            WriteState(context);
        }

        /// <summary><c>00 C9 44 04 02 FF 00 00 5A</c> → <c>00 08 84 04 02 FF 00 00</c>.</summary>
        /// <returns>False for a value that is neither locked nor unlocked.</returns>
        public static bool SetLock(ScpContext context)
        {
            int first = context.Request.Payload(0);
            int second = context.Request.Payload(1);
            bool isLock = first == LockedFirst && second == LockedSecond;
            if (!isLock && (first != 0 || second != 0))
            {
                return false;
            }

            if (context.Settings.Locked != isLock)
            {
                context.Settings.Locked = isLock;
                context.Settings.Dirty = true;
                context.Log.Add(EventKind.Lock, 0, isLock ? 1 : 0, context.RtcSeconds);
            }

            context.Reply.BeginWrite(context.Request);
            WriteState(context);
            return true;
        }

        /// <summary><c>00 C0 01 00 15</c> → <c>00 C0 89 00 33 00 6A 00 02 00 CA 55 06 00 05 00 00 00 D2</c>.</summary>
        public static void ReadLockStatus(ScpContext context)
        {
            context.Reply.BeginRead(context.Request, StatusBytes);
            for (int index = 0; index < StatusBytes; index++)
            {
                context.Reply.Set(index, Status[index]);
            }
        }

        private static void WriteState(ScpContext context)
        {
            bool isLocked = context.Settings.Locked;
            context.Reply.Set(0, isLocked ? LockedFirst : 0);
            context.Reply.Set(1, isLocked ? LockedSecond : 0);
            context.Reply.Set(2, 0);
            context.Reply.Set(3, 0);
        }
    }
}
