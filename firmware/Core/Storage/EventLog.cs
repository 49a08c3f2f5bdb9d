using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Core.Storage
{
    /// <summary>
    /// Bounded ring of the latest 64 events, oldest overwritten first. Entries live in parallel arrays (an object
    /// each would cost 5 KB on the device) and are stored in four chunks of 16, so that a new event rewrites a
    /// quarter of the log.
    /// </summary>
    public sealed class EventLog
    {
        /// <summary>Entries that the ring holds.</summary>
        public const int CapacityCount = 64;

        /// <summary>Chunks in which the ring is stored.</summary>
        public const int ChunkCount = 4;

        /// <summary>Entries in one chunk.</summary>
        public const int ChunkEntryCount = CapacityCount / ChunkCount;

        /// <summary>Bytes of one chunk as stored.</summary>
        public const int ChunkBytes = ChunkEntryCount * EventLogEntryRecord.Bytes;

        /// <summary>Sequence numbers run from 0 to 0xFFFE and then start again; 0xFFFF ends a listing.</summary>
        private const int SequenceCount = 0xFFFF;

        private const int IndexMask = CapacityCount - 1;

        private readonly ushort[] sequences = new ushort[CapacityCount];
        private readonly uint[] seconds = new uint[CapacityCount];
        private readonly byte[] kinds = new byte[CapacityCount];
        private readonly byte[] codes = new byte[CapacityCount];
        private readonly short[] values = new short[CapacityCount];
        private int nextIndex;
        private int dirtyChunks;

        /// <summary>Sequence number that the next entry will get.</summary>
        public int NextSequence { get; private set; }

        /// <summary>Entries wait to be stored.</summary>
        public bool Dirty => dirtyChunks != 0;

        /// <summary>The number after <paramref name="sequence"/>.</summary>
        public static int Following(int sequence)
        {
            return sequence >= SequenceCount - 1 ? 0 : sequence + 1;
        }

        /// <summary>Adds an entry with the next sequence number (0..0xFFFE, then 0 again).</summary>
        /// <param name="kind">What happened.</param>
        /// <param name="code">Row or code, limited to 0..255.</param>
        /// <param name="value">Limited to 16 bits with sign.</param>
        /// <param name="rtcSeconds">When: seconds since 2010-01-01.</param>
        public void Add(EventKind kind, int code, int value, uint rtcSeconds)
        {
            sequences[nextIndex] = (ushort)NextSequence;
            seconds[nextIndex] = rtcSeconds;
            kinds[nextIndex] = (byte)kind;
            codes[nextIndex] = (byte)LittleEndian.Limit(code, 0, byte.MaxValue);
            values[nextIndex] = (short)LittleEndian.Limit(value, short.MinValue, short.MaxValue);
            dirtyChunks |= 1 << (nextIndex / ChunkEntryCount);
            nextIndex = (nextIndex + 1) & IndexMask;
            NextSequence = Following(NextSequence);
        }

        /// <summary>Place of an entry in the ring, for <see cref="WriteEntry"/>.</summary>
        /// <returns>-1 where the log does not hold it.</returns>
        public int IndexOf(int sequence)
        {
            int age = AgeOf(sequence);
            if (age >= CapacityCount)
            {
                return -1;
            }

            int index = (nextIndex - 1 - age) & IndexMask;
            return kinds[index] != 0 && sequences[index] == sequence ? index : -1;
        }

        /// <summary>
        /// The first entry from <paramref name="sequence"/> on. A number that the log does not reach - too old, or of
        /// another life of the device - gives the oldest entry.
        /// </summary>
        /// <returns>Its sequence number; <see cref="NextSequence"/> where there is none.</returns>
        public int FirstFrom(int sequence)
        {
            if (sequence == NextSequence)
            {
                return NextSequence;
            }

            int age = AgeOf(sequence);
            for (int back = age < CapacityCount ? age : CapacityCount - 1; back >= 0; back--)
            {
                int candidate = Earlier(NextSequence, back + 1);
                if (IndexOf(candidate) >= 0)
                {
                    return candidate;
                }
            }

            return NextSequence;
        }

        /// <summary>Entries of a kind that are not older than a time, back to the last one of another kind.</summary>
        public int CountSince(EventKind kind, EventKind until, uint fromSeconds)
        {
            int count = 0;
            for (int age = 0; age < CapacityCount; age++)
            {
                int index = (nextIndex - 1 - age) & IndexMask;
                if (kinds[index] == (byte)until)
                {
                    break;
                }

                count += kinds[index] == (byte)kind && seconds[index] >= fromSeconds ? 1 : 0;
            }

            return count;
        }

        /// <summary>Writes the ten bytes of the entry at a place of the ring.</summary>
        public void WriteEntry(int index, byte[] buffer, int offset)
        {
            LittleEndian.WriteUInt16(buffer, offset, sequences[index]);
            LittleEndian.WriteUInt32(buffer, offset + 2, seconds[index]);
            buffer[offset + 6] = kinds[index];
            buffer[offset + 7] = codes[index];
            LittleEndian.WriteInt16(buffer, offset + 8, values[index]);
        }

        /// <summary>The chunk has entries that wait to be stored.</summary>
        public bool IsChunkDirty(int chunk)
        {
            return (dirtyChunks & (1 << chunk)) != 0;
        }

        /// <summary>The chunk has been stored.</summary>
        public void MarkChunkClean(int chunk)
        {
            dirtyChunks &= ~(1 << chunk);
        }

        /// <summary>Writes <see cref="ChunkBytes"/> bytes; an empty place has kind 0.</summary>
        public void WriteChunk(int chunk, byte[] buffer, int offset)
        {
            for (int entry = 0; entry < ChunkEntryCount; entry++)
            {
                WriteEntry((chunk * ChunkEntryCount) + entry, buffer, offset + (entry * EventLogEntryRecord.Bytes));
            }
        }

        /// <summary>Takes a stored chunk. After the last one, <see cref="FinishLoading"/> must be called.</summary>
        public void ReadChunk(int chunk, byte[] buffer, int offset)
        {
            for (int entry = 0; entry < ChunkEntryCount; entry++)
            {
                int index = (chunk * ChunkEntryCount) + entry;
                int at = offset + (entry * EventLogEntryRecord.Bytes);
                int sequence = LittleEndian.ReadUInt16(buffer, at);
                sequences[index] = (ushort)sequence;
                seconds[index] = LittleEndian.ReadUInt32(buffer, at + 2);
                kinds[index] = sequence < SequenceCount ? buffer[at + 6] : (byte)0;
                codes[index] = buffer[at + 7];
                values[index] = (short)LittleEndian.ReadInt16(buffer, at + 8);
            }
        }

        /// <summary>
        /// Finds where the ring goes on. A chunk may be missing or older than the others (power was lost before it was
        /// stored): entries that do not lie where the newest one says they should are dropped.
        /// </summary>
        public void FinishLoading()
        {
            int newest = -1;
            for (int index = 0; index < CapacityCount; index++)
            {
                if (kinds[index] != 0 && (newest < 0 || IsNewer(sequences[index], sequences[newest])))
                {
                    newest = index;
                }
            }

            if (newest < 0)
            {
                return;
            }

            nextIndex = (newest + 1) & IndexMask;
            NextSequence = Following(sequences[newest]);
            for (int age = 0; age < CapacityCount; age++)
            {
                int index = (newest - age) & IndexMask;
                if (sequences[index] != Earlier(sequences[newest], age))
                {
                    kinds[index] = 0;
                }
            }
        }

        private static int Earlier(int sequence, int count)
        {
            int earlier = sequence - count;
            return earlier < 0 ? earlier + SequenceCount : earlier;
        }

        private static bool IsNewer(int sequence, int other)
        {
            int ahead = sequence - other;
            ahead = ahead < 0 ? ahead + SequenceCount : ahead;
            return ahead != 0 && ahead <= SequenceCount / 2;
        }

        /// <summary>How many entries came after this one; the capacity or more where it cannot be in the ring.</summary>
        private int AgeOf(int sequence)
        {
            if (sequence < 0 || sequence >= SequenceCount)
            {
                return CapacityCount;
            }

            int age = NextSequence - 1 - sequence;
            return age < 0 ? age + SequenceCount : age;
        }
    }
}
