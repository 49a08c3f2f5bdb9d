namespace IqosDevice.Emulator.Endpoints.Bluez.DBus;

/// <summary>What stands before the body of a message (D-Bus specification, "Message Format").</summary>
internal sealed record MessageHeader
{
    /// <summary>Fixed part, and the length of the array of fields.</summary>
    public const int FixedBytes = 16;

    public const byte LittleEndian = (byte)'l';
    public const byte BigEndian = (byte)'B';

    private const byte ProtocolVersion = 1;

    // Reserved for what a library tells itself; never on a bus ("Header Fields").
    private const string LocalPath = "/org/freedesktop/DBus/Local";
    private const string LocalInterface = "org.freedesktop.DBus.Local";

    public MessageType Type { get; init; }

    public MessageFlags Flags { get; init; }

    public uint Serial { get; init; }

    public bool IsBigEndian { get; init; }

    public string? Path { get; init; }

    public string? Interface { get; init; }

    public string? Member { get; init; }

    public string? ErrorName { get; init; }

    public uint ReplySerial { get; init; }

    public string? Destination { get; init; }

    public string? Sender { get; init; }

    public string Signature { get; init; } = string.Empty;

    /// <summary>How long a message is, by its first bytes.</summary>
    /// <param name="start">At least <see cref="FixedBytes"/>.</param>
    /// <param name="headerBytes">Of it, up to the body, with the padding.</param>
    /// <exception cref="ProtocolException">The bytes begin no message, or one that is too long.</exception>
    public static int Measure(ReadOnlySpan<byte> start, out int headerBytes)
    {
        var reader = new MessageReader(start, IsBigEndianMark(start[0]));
        reader.Take(3);
        byte version = reader.ReadByte();
        if (version != ProtocolVersion)
        {
            throw reader.Malformed($"version {version} of the protocol");
        }

        uint bodyBytes = reader.ReadUInt32();
        reader.ReadUInt32();
        uint fieldBytes = reader.ReadUInt32();
        if (fieldBytes > DBusLimits.MostMessageBytes || bodyBytes > DBusLimits.MostMessageBytes)
        {
            throw new ProtocolException($"a D-Bus message of {(long)fieldBytes + bodyBytes} bytes, at most {DBusLimits.MostMessageBytes} are allowed", 0);
        }

        const int alignment = 8;
        headerBytes = FixedBytes + (((int)fieldBytes + alignment - 1) & -alignment);
        int messageBytes = headerBytes + (int)bodyBytes;
        return messageBytes <= DBusLimits.MostMessageBytes
            ? messageBytes
            : throw new ProtocolException($"a D-Bus message of {messageBytes} bytes, at most {DBusLimits.MostMessageBytes} are allowed", 0);
    }

    /// <summary>Reads a whole header.</summary>
    /// <exception cref="ProtocolException">It is malformed, or lacks a field that its type needs.</exception>
    public static MessageHeader Read(ReadOnlySpan<byte> bytes)
    {
        bool isBigEndian = IsBigEndianMark(bytes[0]);
        var reader = new MessageReader(bytes, isBigEndian);
        reader.Take(1);
        var type = (MessageType)reader.ReadByte();
        var flags = (MessageFlags)reader.ReadByte();
        reader.Take(1 + sizeof(uint));
        uint serial = reader.ReadUInt32();
        int end = reader.ReadArrayEnd('(');
        var fields = new Fields();
        while (reader.Position < end)
        {
            fields.Read(ref reader);
        }

        if (reader.Position != end || serial == 0 || type == MessageType.Invalid)
        {
            throw reader.Malformed("fields that do not end where they should, no serial or no type");
        }

        reader.Align(DBus.Signature.AlignmentOf('('));
        MessageHeader header = fields.ToHeader(type, flags, serial, isBigEndian);
        if (!header.HasNeededFields)
        {
            throw reader.Malformed("a field of the header is missing");
        }

        return header is { Path: not LocalPath, Interface: not LocalInterface }
            ? header
            : throw reader.Malformed("a message of the kind that a library sends to itself alone");
    }

    private bool HasNeededFields => Type switch
    {
        MessageType.MethodCall => Path is not null && Member is not null,
        MessageType.MethodReturn => ReplySerial != 0,
        MessageType.Error => ReplySerial != 0 && ErrorName is not null,
        MessageType.Signal => Path is not null && Interface is not null && Member is not null,
        _ => true,
    };

    private static bool IsBigEndianMark(byte mark) => mark switch
    {
        LittleEndian => false,
        BigEndian => true,
        _ => throw new ProtocolException($"not a D-Bus message: byte order {mark:X2}", 0),
    };

    /// <summary>The fields as they come, in any order.</summary>
    private struct Fields
    {
        private string? path;
        private string? interfaceName;
        private string? member;
        private string? errorName;
        private uint replySerial;
        private string? destination;
        private string? sender;
        private string? signature;

        public void Read(ref MessageReader reader)
        {
            reader.Align(DBus.Signature.AlignmentOf('('));
            var code = (HeaderField)reader.ReadByte();
            string type = reader.ReadSignature();
            switch (code)
            {
                case HeaderField.Path: path = Expect(ref reader, type, "o").ReadObjectPath().Text; break;
                case HeaderField.Interface: interfaceName = ReadName(ref reader, type, Names.IsInterface); break;
                case HeaderField.Member: member = ReadName(ref reader, type, Names.IsMember); break;
                case HeaderField.ErrorName: errorName = ReadName(ref reader, type, Names.IsInterface); break;
                case HeaderField.ReplySerial: replySerial = Expect(ref reader, type, "u").ReadUInt32(); break;
                case HeaderField.Destination: destination = ReadName(ref reader, type, Names.IsBus); break;
                case HeaderField.Sender: sender = ReadName(ref reader, type, Names.IsBus); break;
                case HeaderField.Signature: signature = Expect(ref reader, type, "g").ReadSignature(); break;
                case HeaderField.Invalid: throw reader.Malformed("a field of the code 0");
                default: SkipUnknown(ref reader, type); break;
            }
        }

        public readonly MessageHeader ToHeader(MessageType type, MessageFlags flags, uint serial, bool isBigEndian) => new()
        {
            Type = type,
            Flags = flags,
            Serial = serial,
            IsBigEndian = isBigEndian,
            Path = path,
            Interface = interfaceName,
            Member = member,
            ErrorName = errorName,
            ReplySerial = replySerial,
            Destination = destination,
            Sender = sender,
            Signature = signature ?? string.Empty,
        };

        private static void SkipUnknown(ref MessageReader reader, string type)
        {
            if (!DBus.Signature.IsSingle(type))
            {
                throw reader.Malformed($"a variant of the type '{type}'");
            }

            ValueReader.Skip(ref reader, type, 0);
        }

        private static string ReadName(ref MessageReader reader, string type, Func<ReadOnlySpan<char>, bool> isValid)
        {
            string name = Expect(ref reader, type, "s").ReadString();
            return isValid(name) ? name : throw reader.Malformed($"'{name}' is no name for its field");
        }

        private static ref MessageReader Expect(ref MessageReader reader, string type, string expected)
        {
            if (type != expected)
            {
                throw reader.Malformed($"a field of the type '{type}' instead of '{expected}'");
            }

            return ref reader;
        }
    }
}
