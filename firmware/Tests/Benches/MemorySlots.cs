using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Benches
{
    /// <summary>Slots in memory, with the ways in which a medium fails.</summary>
    public sealed class MemorySlots : ISlotStorage
    {
        private readonly byte[][] slots = new byte[RecordStore.SlotCount][];

        /// <summary>Writes fail and change nothing.</summary>
        public bool Refuses { get; set; }

        /// <summary>Writes that were tried.</summary>
        public int WriteCount { get; private set; }

        public int Read(int slot, byte[] buffer)
        {
            byte[] content = slots[slot];
            if (content == null)
            {
                return 0;
            }

            int length = content.Length < buffer.Length ? content.Length : buffer.Length;
            for (int index = 0; index < length; index++)
            {
                buffer[index] = content[index];
            }

            return length;
        }

        public bool Write(int slot, byte[] buffer, int length)
        {
            WriteCount++;
            if (Refuses)
            {
                return false;
            }

            byte[] content = new byte[length];
            for (int index = 0; index < length; index++)
            {
                content[index] = buffer[index];
            }

            slots[slot] = content;
            return true;
        }

        /// <summary>The slot holds something.</summary>
        public bool IsUsed(int slot)
        {
            return slots[slot] != null && slots[slot].Length > 0;
        }

        /// <summary>One bit of a slot turns over.</summary>
        public void FlipBit(int slot, int index)
        {
            slots[slot][index] ^= 0x10;
        }

        /// <summary>Power was lost while the slot was written: it keeps its first bytes.</summary>
        public void Cut(int slot, int length)
        {
            byte[] whole = slots[slot];
            byte[] rest = new byte[length];
            for (int index = 0; index < length; index++)
            {
                rest[index] = whole[index];
            }

            slots[slot] = rest;
        }
    }
}
