using System.Buffers.Binary;
using System.Text;

namespace IqosDevice.Emulator.Endpoints.Bluez.DBus;

/// <summary>
/// Reads marshalled values one after the other (D-Bus specification, "Marshalling (Wire Format)"). The only place that
/// indexes incoming bytes; everything that is not as it must be throws <see cref="ProtocolException"/>.
/// </summary>
internal ref struct MessageReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Most signatures of a message are those of its header's fields, of one letter each.
    private static readonly string[] OneLetter = [.. Enumerable.Range(0, 128).Select(static code => ((char)code).ToString())];

    private readonly ReadOnlySpan<byte> bytes;
    private readonly bool isBigEndian;

    /// <param name="bytes">Begins at a multiple of 8 in its message.</param>
    /// <param name="isBigEndian">Byte order of the message.</param>
    public MessageReader(ReadOnlySpan<byte> bytes, bool isBigEndian)
    {
        this.bytes = bytes;
        this.isBigEndian = isBigEndian;
    }

    public int Position { get; private set; }

    public readonly bool IsAtEnd => Position == bytes.Length;

    public byte ReadByte() => Take(1)[0];

    public bool ReadBoolean() => ReadUInt32() switch
    {
        0 => false,
        1 => true,
        uint other => throw Malformed($"a boolean of {other}"),
    };

    public short ReadInt16() => (short)ReadUInt16();

    public int ReadInt32() => (int)ReadUInt32();

    public long ReadInt64() => (long)ReadUInt64();

    public double ReadDouble() => BitConverter.UInt64BitsToDouble(ReadUInt64());

    public ushort ReadUInt16()
    {
        ReadOnlySpan<byte> field = TakeAligned(sizeof(ushort));
        return isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(field) : BinaryPrimitives.ReadUInt16LittleEndian(field);
    }

    public uint ReadUInt32()
    {
        ReadOnlySpan<byte> field = TakeAligned(sizeof(uint));
        return isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(field) : BinaryPrimitives.ReadUInt32LittleEndian(field);
    }

    public ulong ReadUInt64()
    {
        ReadOnlySpan<byte> field = TakeAligned(sizeof(ulong));
        return isBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(field) : BinaryPrimitives.ReadUInt64LittleEndian(field);
    }

    /// <summary>UTF-8 without a zero in it, after its length and before a zero.</summary>
    public string ReadString() => Decode(TakeText(ReadUInt32()));

    public ObjectPath ReadObjectPath()
    {
        string text = ReadString();
        return Names.IsObjectPath(text) ? new ObjectPath(text) : throw Malformed($"'{text}' is no object path");
    }

    public string ReadSignature()
    {
        ReadOnlySpan<byte> letters = TakeText(ReadByte());
        string text = letters.Length == 1 && letters[0] < OneLetter.Length ? OneLetter[letters[0]] : Decode(letters);
        return Signature.IsValid(text) ? text : throw Malformed($"'{text}' is no signature");
    }

    /// <summary>Begins an array: takes its length and the padding before its first element.</summary>
    /// <returns>The position at which it ends.</returns>
    public int ReadArrayEnd(char elementType)
    {
        uint length = ReadUInt32();
        Align(Signature.AlignmentOf(elementType));
        return length <= DBusLimits.MostArrayBytes && length <= bytes.Length - Position
            ? Position + (int)length
            : throw Malformed($"an array of {length} bytes");
    }

    /// <summary>Takes an array of bytes.</summary>
    public ReadOnlySpan<byte> ReadBytes()
    {
        int end = ReadArrayEnd('y');
        return Take(end - Position);
    }

    /// <summary>Takes the zeros up to a multiple of a power of two.</summary>
    public void Align(int alignment)
    {
        int padding = -Position & (alignment - 1);
        if (padding != 0 && Take(padding).ContainsAnyExcept((byte)0))
        {
            throw Malformed("padding that is not zero");
        }
    }

    /// <summary>Takes a number of bytes whatever they are.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - Position)
        {
            throw Malformed("the end of the message within a value");
        }

        ReadOnlySpan<byte> field = bytes.Slice(Position, count);
        Position += count;
        return field;
    }

    public readonly ProtocolException Malformed(string what) => new($"a malformed D-Bus message: {what}", Position);

    private ReadOnlySpan<byte> TakeAligned(int size)
    {
        Align(size);
        return Take(size);
    }

    /// <summary>Takes text and the zero after it.</summary>
    private ReadOnlySpan<byte> TakeText(uint length)
    {
        if (length >= bytes.Length - Position)
        {
            throw Malformed($"a string of {length} bytes");
        }

        ReadOnlySpan<byte> text = Take((int)length);
        if (ReadByte() != 0 || text.Contains((byte)0))
        {
            throw Malformed("a zero within a string, or none after it");
        }

        return text;
    }

    private readonly string Decode(ReadOnlySpan<byte> text)
    {
        try
        {
            return StrictUtf8.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            throw Malformed("a string that is not UTF-8");
        }
    }
}
