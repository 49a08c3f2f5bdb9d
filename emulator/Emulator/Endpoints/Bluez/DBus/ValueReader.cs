namespace IqosDevice.Emulator.Endpoints.Bluez.DBus;

/// <summary>Reads, or only checks, values of any type by their signature.</summary>
internal static class ValueReader
{
    /// <summary>Checks that bytes are exactly the values of a valid signature.</summary>
    /// <exception cref="ProtocolException">They are not.</exception>
    public static void Check(ref MessageReader reader, ReadOnlySpan<char> signature)
    {
        while (!signature.IsEmpty)
        {
            ReadOnlySpan<char> type = Signature.First(signature);
            Skip(ref reader, type, 0);
            signature = signature[type.Length..];
        }

        if (!reader.IsAtEnd)
        {
            throw reader.Malformed("more in the body than its signature says");
        }
    }

    /// <summary>Passes over a value of a complete type, checking it.</summary>
    public static void Skip(ref MessageReader reader, ReadOnlySpan<char> type, int depth)
    {
        switch (type[0])
        {
            case 'b': reader.ReadBoolean(); break;
            case 's': reader.ReadString(); break;
            case 'o': reader.ReadObjectPath(); break;
            case 'g': reader.ReadSignature(); break;
            case 'v': Skip(ref reader, ReadVariantType(ref reader), Deeper(ref reader, depth)); break;
            case 'a': SkipArray(ref reader, type[1..], Deeper(ref reader, depth)); break;
            case '(' or '{': SkipFields(ref reader, type[1..^1], Deeper(ref reader, depth)); break;
            default:
                reader.Align(Signature.AlignmentOf(type[0]));
                reader.Take(Signature.AlignmentOf(type[0]));
                break;
        }
    }

    /// <summary>Reads a value of a complete type; see <see cref="Variant.Value"/> for what comes out.</summary>
    public static object Read(ref MessageReader reader, ReadOnlySpan<char> type) => type[0] switch
    {
        'y' => reader.ReadByte(),
        'b' => reader.ReadBoolean(),
        'n' => reader.ReadInt16(),
        'q' => reader.ReadUInt16(),
        'i' => reader.ReadInt32(),
        'u' or 'h' => reader.ReadUInt32(),
        'x' => reader.ReadInt64(),
        't' => reader.ReadUInt64(),
        'd' => reader.ReadDouble(),
        's' => reader.ReadString(),
        'g' => reader.ReadSignature(),
        'o' => reader.ReadObjectPath(),
        'v' => ReadVariant(ref reader),
        'a' when type[1] == 'y' => reader.ReadBytes().ToArray(),
        'a' => ReadArray(ref reader, type[1..]),
        _ => ReadFields(ref reader, type[1..^1]),
    };

    public static Variant ReadVariant(ref MessageReader reader)
    {
        string type = ReadVariantType(ref reader);
        return new Variant(type, Read(ref reader, type));
    }

    /// <summary>Reads <c>a{sv}</c>, in which BlueZ takes options. The last of two equal keys counts.</summary>
    public static Dictionary<string, Variant> ReadOptions(ref MessageReader reader)
    {
        var options = new Dictionary<string, Variant>(StringComparer.Ordinal);
        int end = reader.ReadArrayEnd('{');
        while (reader.Position < end)
        {
            reader.Align(Signature.AlignmentOf('{'));
            options[reader.ReadString()] = ReadVariant(ref reader);
        }

        return options;
    }

    private static string ReadVariantType(ref MessageReader reader)
    {
        string type = reader.ReadSignature();
        return Signature.IsSingle(type) ? type : throw reader.Malformed($"a variant of the type '{type}'");
    }

    private static int Deeper(ref MessageReader reader, int depth) =>
        depth < DBusLimits.MostTotalDepth ? depth + 1 : throw reader.Malformed("values too deep in one another");

    private static void SkipArray(ref MessageReader reader, ReadOnlySpan<char> element, int depth)
    {
        int end = reader.ReadArrayEnd(element[0]);
        if (Signature.IsFixed(element[0]) && element[0] != 'b')
        {
            int size = Signature.AlignmentOf(element[0]);
            if ((end - reader.Position) % size != 0)
            {
                throw reader.Malformed("an array that ends within an element");
            }

            reader.Take(end - reader.Position);
            return;
        }

        while (reader.Position < end)
        {
            Skip(ref reader, element, depth);
        }

        if (reader.Position != end)
        {
            throw reader.Malformed("an array that ends within an element");
        }
    }

    private static void SkipFields(ref MessageReader reader, ReadOnlySpan<char> fields, int depth)
    {
        reader.Align(Signature.AlignmentOf('('));
        while (!fields.IsEmpty)
        {
            ReadOnlySpan<char> type = Signature.First(fields);
            Skip(ref reader, type, depth);
            fields = fields[type.Length..];
        }
    }

    private static List<object> ReadArray(ref MessageReader reader, ReadOnlySpan<char> element)
    {
        var values = new List<object>();
        int end = reader.ReadArrayEnd(element[0]);
        while (reader.Position < end)
        {
            values.Add(Read(ref reader, element));
        }

        return values;
    }

    private static List<object> ReadFields(ref MessageReader reader, ReadOnlySpan<char> fields)
    {
        var values = new List<object>();
        reader.Align(Signature.AlignmentOf('('));
        while (!fields.IsEmpty)
        {
            ReadOnlySpan<char> type = Signature.First(fields);
            values.Add(Read(ref reader, type));
            fields = fields[type.Length..];
        }

        return values;
    }
}
