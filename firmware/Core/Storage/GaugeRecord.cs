using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Firmware.Core.Storage
{
    /// <summary>
    /// The battery gauge's own bytes, carried through as they are: length u8 and up to 36 bytes. What they mean, and
    /// whether they are plausible, is the gauge's business.
    /// </summary>
    public sealed class GaugeRecord : StoredRecord
    {
        /// <summary>Most bytes that the gauge can store.</summary>
        public const int MaxContentBytes = 36;

        private bool isDirty;

        public GaugeRecord(byte kind)
            : base(kind, 2, 1 + MaxContentBytes)
        {
            Content = new byte[MaxContentBytes];
        }

        /// <summary>What was loaded, or what will be stored; the gauge writes into it and calls <see cref="Store"/>.</summary>
        public byte[] Content { get; }

        /// <summary>Bytes of <see cref="Content"/> in use; 0 where nothing was ever stored.</summary>
        public int ContentBytes { get; private set; }

        public override bool IsDirty => isDirty;

        /// <summary>The first <paramref name="bytes"/> of <see cref="Content"/> are to be stored.</summary>
        public void Store(int bytes)
        {
            ContentBytes = LittleEndian.Limit(bytes, 0, MaxContentBytes);
            isDirty = true;
        }

        public override void MarkClean()
        {
            isDirty = false;
        }

        public override void WritePayload(byte[] buffer, int offset)
        {
            buffer[offset] = (byte)ContentBytes;
            for (int index = 0; index < MaxContentBytes; index++)
            {
                buffer[offset + 1 + index] = index < ContentBytes ? Content[index] : (byte)0;
            }
        }

        public override void ReadPayload(byte[] buffer, int offset)
        {
            ContentBytes = buffer[offset] <= MaxContentBytes ? buffer[offset] : 0;
            for (int index = 0; index < ContentBytes; index++)
            {
                Content[index] = buffer[offset + 1 + index];
            }
        }
    }
}
