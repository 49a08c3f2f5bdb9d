using System.Buffers.Binary;

namespace IqosDevice.Cli.Decoding;

/// <summary>
/// Walks over the bytes of a frame and notes a field for each step. A step for which no bytes are left notes
/// nothing, so that one description serves requests and answers of every size.
/// </summary>
internal sealed class FieldCursor
{
    private const string UnknownMeaning = "meaning not known";

    private readonly byte[] frame;
    private readonly List<FrameField> fields;
    private readonly int endOffset;
    private int offset;

    public FieldCursor(byte[] frame, int startOffset, int endOffset, List<FrameField> fields)
    {
        this.frame = frame;
        this.fields = fields;
        this.endOffset = endOffset;
        offset = startOffset;
    }

    public int LeftBytes => endOffset - offset;

    public FieldCursor Byte(string name, Func<byte, string> meaning)
    {
        if (Has(1))
        {
            Note(1, name, meaning(frame[offset]));
        }

        return this;
    }

    /// <summary>A byte that only some frames carry.</summary>
    public FieldCursor ByteIf(bool isThere, string name, Func<byte, string> meaning) => isThere ? Byte(name, meaning) : this;

    /// <summary>Bytes of which nobody knows what they say.</summary>
    public FieldCursor Unknown(int count) => Bytes(count, "payload", _ => UnknownMeaning);

    public FieldCursor UInt16(string name, Func<int, string> meaning)
    {
        if (Has(2))
        {
            Note(2, name, meaning(BinaryPrimitives.ReadUInt16LittleEndian(frame.AsSpan(offset))));
        }

        return this;
    }

    public FieldCursor Int16(string name, Func<int, string> meaning)
    {
        if (Has(2))
        {
            Note(2, name, meaning(BinaryPrimitives.ReadInt16LittleEndian(frame.AsSpan(offset))));
        }

        return this;
    }

    public FieldCursor UInt24(string name, Func<int, string> meaning)
    {
        if (Has(3))
        {
            Note(3, name, meaning(frame[offset] | (frame[offset + 1] << 8) | (frame[offset + 2] << 16)));
        }

        return this;
    }

    public FieldCursor UInt32(string name, Func<uint, string> meaning)
    {
        if (Has(4))
        {
            Note(4, name, meaning(BinaryPrimitives.ReadUInt32LittleEndian(frame.AsSpan(offset))));
        }

        return this;
    }

    /// <summary>A field of several bytes that belong together.</summary>
    public FieldCursor Bytes(int count, string name, Func<ReadOnlyMemory<byte>, string> meaning)
    {
        if (Has(count))
        {
            Note(count, name, meaning(frame.AsMemory(offset, count)));
        }

        return this;
    }

    /// <summary>Everything that is left, unexplained.</summary>
    public void Rest()
    {
        if (LeftBytes > 0)
        {
            bool zero = !frame.AsSpan(offset, LeftBytes).ContainsAnyExcept((byte)0);
            Note(LeftBytes, "payload", zero ? "zero" : UnknownMeaning);
        }
    }

    private bool Has(int count) => LeftBytes >= count;

    private void Note(int count, string name, string meaning)
    {
        fields.Add(new FrameField(offset, HexText.Format(frame.AsSpan(offset, count)), name, meaning));
        offset += count;
    }
}
