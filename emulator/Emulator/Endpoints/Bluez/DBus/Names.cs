namespace IqosDevice.Emulator.Endpoints.Bluez.DBus;

/// <summary>What names and paths may look like (D-Bus specification, "Valid Names", "Valid Object Paths").</summary>
internal static class Names
{
    /// <summary>E.g. <c>/org/bluez/hci0</c>.</summary>
    public static bool IsObjectPath(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '/')
        {
            return false;
        }

        if (text.Length == 1)
        {
            return true;
        }

        bool isElementEmpty = true;
        foreach (char letter in text[1..])
        {
            if (letter == '/' ? isElementEmpty : !IsWord(letter))
            {
                return false;
            }

            isElementEmpty = letter == '/';
        }

        return !isElementEmpty;
    }

    /// <summary>E.g. <c>org.bluez.Device1</c>; names of errors obey the same rules.</summary>
    public static bool IsInterface(ReadOnlySpan<char> text) => IsDotted(text, allowsHyphen: false, allowsDigitFirst: false);

    /// <summary>E.g. <c>GetManagedObjects</c>.</summary>
    public static bool IsMember(ReadOnlySpan<char> text) => text.Length <= DBusLimits.MostNameBytes && IsElement(text, allowsHyphen: false, allowsDigitFirst: false);

    /// <summary>E.g. <c>org.bluez</c>: a name that a client may ask for.</summary>
    public static bool IsWellKnown(ReadOnlySpan<char> text) => IsDotted(text, allowsHyphen: true, allowsDigitFirst: false);

    /// <summary>E.g. <c>:1.42</c>: a name that the bus gives.</summary>
    public static bool IsUnique(ReadOnlySpan<char> text) => text.Length > 1 && text[0] == ':' && IsDotted(text[1..], allowsHyphen: true, allowsDigitFirst: true);

    public static bool IsBus(ReadOnlySpan<char> text) => IsUnique(text) || IsWellKnown(text);

    private static bool IsDotted(ReadOnlySpan<char> text, bool allowsHyphen, bool allowsDigitFirst)
    {
        if (text.Length > DBusLimits.MostNameBytes || !text.Contains('.'))
        {
            return false;
        }

        foreach (Range element in text.Split('.'))
        {
            if (!IsElement(text[element], allowsHyphen, allowsDigitFirst))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsElement(ReadOnlySpan<char> text, bool allowsHyphen, bool allowsDigitFirst)
    {
        if (text.IsEmpty || (char.IsAsciiDigit(text[0]) && !allowsDigitFirst))
        {
            return false;
        }

        foreach (char letter in text)
        {
            if (!IsWord(letter) && !(letter == '-' && allowsHyphen))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';
}
