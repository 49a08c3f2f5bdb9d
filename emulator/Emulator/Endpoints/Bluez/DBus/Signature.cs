namespace IqosDevice.Emulator.Endpoints.Bluez.DBus;

/// <summary>
/// Type signatures (D-Bus specification, "Type System").
/// <code>a{sv}     one complete type: an array of pairs of a string and a variant
/// aya{sv}   two of them</code>
/// </summary>
internal static class Signature
{
    private const string FixedTypes = "ybnqiuxtdh";
    private const string StringTypes = "sog";

    /// <summary>Zero or more complete types, within the limits.</summary>
    public static bool IsValid(ReadOnlySpan<char> signature)
    {
        if (signature.Length > DBusLimits.MostSignatureBytes)
        {
            return false;
        }

        int position = 0;
        while (position < signature.Length && position >= 0)
        {
            position = EndOfType(signature, position, 0, 0);
        }

        return position >= 0;
    }

    /// <summary>Exactly one complete type, as a variant holds.</summary>
    public static bool IsSingle(ReadOnlySpan<char> signature) => !signature.IsEmpty && IsValid(signature) && First(signature).Length == signature.Length;

    /// <summary>The first complete type of a valid signature that is not empty.</summary>
    public static ReadOnlySpan<char> First(ReadOnlySpan<char> signature) => signature[..EndOfType(signature, 0, 0, 0)];

    /// <summary>Numbers, booleans and handles: their size is their alignment, and any bits but a boolean's will do.</summary>
    public static bool IsFixed(char type) => FixedTypes.Contains(type);

    /// <summary>A type that is no container; such may be the key of a dictionary.</summary>
    public static bool IsBasic(char type) => IsFixed(type) || StringTypes.Contains(type);

    /// <summary>Alignment in bytes ("Marshalling", summary).</summary>
    public static int AlignmentOf(char type) => type switch
    {
        'n' or 'q' => 2,
        'b' or 'i' or 'u' or 'h' or 's' or 'o' or 'a' => 4,
        'x' or 't' or 'd' or '(' or '{' => 8,
        _ => 1,
    };

    /// <summary>Where the complete type ends that begins at a position; negative where there is none.</summary>
    private static int EndOfType(ReadOnlySpan<char> signature, int position, int arrays, int structs)
    {
        if (position < 0 || position >= signature.Length || arrays > DBusLimits.MostDepth || structs > DBusLimits.MostDepth)
        {
            return -1;
        }

        return signature[position] switch
        {
            'v' => position + 1,
            'a' when position + 1 < signature.Length && signature[position + 1] == '{' => EndOfPair(signature, position + 2, arrays + 1, structs + 1),
            'a' => arrays == DBusLimits.MostDepth ? -1 : EndOfType(signature, position + 1, arrays + 1, structs),
            '(' => EndOfStruct(signature, position + 1, arrays, structs + 1),
            char type => IsBasic(type) ? position + 1 : -1,
        };
    }

    private static int EndOfStruct(ReadOnlySpan<char> signature, int position, int arrays, int structs)
    {
        // An empty struct is not allowed.
        position = EndOfType(signature, position, arrays, structs);
        while (position >= 0 && position < signature.Length && signature[position] != ')')
        {
            position = EndOfType(signature, position, arrays, structs);
        }

        return position >= 0 && position < signature.Length ? position + 1 : -1;
    }

    private static int EndOfPair(ReadOnlySpan<char> signature, int position, int arrays, int structs)
    {
        bool hasKey = position < signature.Length && IsBasic(signature[position]);
        int end = hasKey ? EndOfType(signature, position + 1, arrays, structs) : -1;
        return end >= 0 && end < signature.Length && signature[end] == '}' ? end + 1 : -1;
    }
}
