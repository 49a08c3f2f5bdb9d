using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace IqosDevice.Emulator.Endpoints.Bluez.DBus;

/// <summary>
/// Writes one message after another into a buffer of its own, in the byte order of its header (D-Bus specification,
/// "Marshalling"). The body follows its header at once; that its values are those of the signature is the caller's matter.
/// </summary>
internal sealed class MessageWriter
{
    private const int BodyLengthOffset = 4;

    private byte[] buffer = new byte[4096];
    private int position;
    private int bodyStart;
    private bool isBigEndian;

    /// <summary>Begins a message, in place of the one before.</summary>
    public void Begin(MessageHeader header)
    {
        Array.Clear(buffer, 0, position);
        position = 0;
        isBigEndian = header.IsBigEndian;
        WriteByte(isBigEndian ? MessageHeader.BigEndian : MessageHeader.LittleEndian);
        WriteByte((byte)header.Type);
        WriteByte((byte)header.Flags);
        WriteByte(1);
        WriteUInt32(0);
        WriteUInt32(header.Serial);
        int fields = BeginArray('(');
        WriteField(HeaderField.Path, "o", header.Path);
        WriteField(HeaderField.Interface, "s", header.Interface);
        WriteField(HeaderField.Member, "s", header.Member);
        WriteField(HeaderField.ErrorName, "s", header.ErrorName);
        WriteField(HeaderField.Destination, "s", header.Destination);
        WriteField(HeaderField.Sender, "s", header.Sender);
        if (header.ReplySerial != 0)
        {
            WriteFieldStart(HeaderField.ReplySerial, "u");
            WriteUInt32(header.ReplySerial);
        }

        if (header.Signature.Length > 0)
        {
            WriteFieldStart(HeaderField.Signature, "g");
            WriteSignature(header.Signature);
        }

        EndArray(fields);
        Align(8);
        bodyStart = position;
    }

    /// <summary>The whole message, valid until the next one is begun.</summary>
    public ReadOnlySpan<byte> End()
    {
        Put(buffer.AsSpan(BodyLengthOffset), (uint)(position - bodyStart));
        return buffer.AsSpan(0, position);
    }

    /// <summary>The body written so far.</summary>
    public ReadOnlySpan<byte> Body => buffer.AsSpan(bodyStart, position - bodyStart);

    public void WriteByte(byte value) => Take(1)[0] = value;

    public void WriteBoolean(bool value) => WriteUInt32(value ? 1u : 0);

    public void WriteUInt16(ushort value)
    {
        Align(sizeof(ushort));
        Span<byte> field = Take(sizeof(ushort));
        if (isBigEndian)
        {
            BinaryPrimitives.WriteUInt16BigEndian(field, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(field, value);
        }
    }

    public void WriteUInt32(uint value)
    {
        Align(sizeof(uint));
        Put(Take(sizeof(uint)), value);
    }

    public void WriteString(string text)
    {
        int bytes = Encoding.UTF8.GetByteCount(text);
        WriteUInt32((uint)bytes);
        Encoding.UTF8.GetBytes(text, Take(bytes));
        WriteByte(0);
    }

    public void WriteSignature(string signature)
    {
        WriteByte((byte)signature.Length);
        Encoding.ASCII.GetBytes(signature, Take(signature.Length));
        WriteByte(0);
    }

    /// <summary>Writes <c>ay</c>.</summary>
    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        WriteUInt32((uint)bytes.Length);
        WriteRaw(bytes);
    }

    /// <summary>Writes <c>as</c>.</summary>
    public void WriteStrings(IEnumerable<string> texts)
    {
        int array = BeginArray('s');
        foreach (string text in texts)
        {
            WriteString(text);
        }

        EndArray(array);
    }

    /// <summary>Writes bytes that are marshalled already.</summary>
    public void WriteRaw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Begins an array; its elements follow.</summary>
    /// <returns>To be given to <see cref="EndArray"/>.</returns>
    public int BeginArray(char elementType)
    {
        WriteUInt32(0);
        int lengthPosition = position - sizeof(uint);
        Align(Signature.AlignmentOf(elementType));

        // The length does not count the padding before the first element, so both places are to be kept.
        int paddingBytes = position - lengthPosition - sizeof(uint);
        return (lengthPosition << 3) | paddingBytes;
    }

    public void EndArray(int array)
    {
        int lengthPosition = array >> 3;
        int firstElement = lengthPosition + sizeof(uint) + (array & 7);
        Put(buffer.AsSpan(lengthPosition), (uint)(position - firstElement));
    }

    /// <summary>Begins a struct or a pair of a dictionary.</summary>
    public void BeginStruct() => Align(8);

    /// <summary>Writes a property's value as a variant.</summary>
    /// <exception cref="ArgumentException">No property here has that type.</exception>
    public void WriteVariant(object value)
    {
        WriteSignature(SignatureOf(value));
        switch (value)
        {
            case byte number: WriteByte(number); break;
            case bool truth: WriteBoolean(truth); break;
            case short number: WriteUInt16((ushort)number); break;
            case ushort number: WriteUInt16(number); break;
            case uint number: WriteUInt32(number); break;
            case string text: WriteString(text); break;
            case ObjectPath path: WriteString(path.Text); break;
            case byte[] bytes: WriteBytes(bytes); break;
            case IReadOnlyList<string> texts: WriteStrings(texts); break;
            case IReadOnlyList<ObjectPath> paths: WriteStrings(paths.Select(path => path.Text)); break;
            default: throw new ArgumentException($"A {value.GetType().Name} goes into no variant.", nameof(value));
        }
    }

    /// <summary>Writes <c>a{sv}</c>.</summary>
    public void WriteProperties(IEnumerable<KeyValuePair<string, object>> properties)
    {
        int array = BeginArray('{');
        foreach ((string name, object value) in properties)
        {
            BeginStruct();
            WriteString(name);
            WriteVariant(value);
        }

        EndArray(array);
    }

    public static string SignatureOf(object value) => value switch
    {
        byte => "y",
        bool => "b",
        short => "n",
        ushort => "q",
        uint => "u",
        string => "s",
        ObjectPath => "o",
        byte[] => "ay",
        IReadOnlyList<string> => "as",
        IReadOnlyList<ObjectPath> => "ao",
        _ => throw new ArgumentException($"A {value.GetType().Name} goes into no variant.", nameof(value)),
    };

    private void WriteField(HeaderField code, string type, string? value)
    {
        if (value is not null)
        {
            WriteFieldStart(code, type);
            WriteString(value);
        }
    }

    private void WriteFieldStart(HeaderField code, string type)
    {
        BeginStruct();
        WriteByte((byte)code);
        WriteSignature(type);
    }

    private void Put(Span<byte> field, uint value)
    {
        if (isBigEndian)
        {
            BinaryPrimitives.WriteUInt32BigEndian(field, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(field, value);
        }
    }

    /// <summary>What lies beyond the position is zero already.</summary>
    private void Align(int alignment) => Take(-position & (alignment - 1));

    private Span<byte> Take(int count)
    {
        if (position + count > buffer.Length)
        {
            Array.Resize(ref buffer, (int)BitOperations.RoundUpToPowerOf2((uint)(position + count)));
        }

        Span<byte> field = buffer.AsSpan(position, count);
        position += count;
        return field;
    }
}
