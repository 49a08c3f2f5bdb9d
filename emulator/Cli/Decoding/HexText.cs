namespace IqosDevice.Cli.Decoding;

/// <summary>
/// Bytes as people and tools write them: <c>00C001</c>, <c>00 c0 01</c>, <c>00:C0:01</c>, <c>00-C0-01</c>,
/// <c>0x00 0xC0</c>.
/// </summary>
public static class HexText
{
    /// <summary>Reads bytes; separators may stand between bytes, not inside one.</summary>
    /// <exception cref="FormatException">Names the position (1-based) of what is wrong.</exception>
    public static byte[] Parse(string text)
    {
        var bytes = new List<byte>(text.Length / 2);
        int index = 0;
        while (index < text.Length)
        {
            if (IsSeparator(text[index]))
            {
                index++;
                continue;
            }

            if (IsPrefix(text, index))
            {
                index += 2;
            }

            bytes.Add((byte)((DigitAt(text, index) << 4) | DigitAt(text, index + 1)));
            index += 2;
        }

        return bytes.Count > 0 ? bytes.ToArray() : throw new FormatException("no hex digits");
    }

    /// <summary>Bytes as <c>00 C0 01</c>.</summary>
    public static string Format(ReadOnlySpan<byte> bytes) => BitConverter.ToString(bytes.ToArray()).Replace('-', ' ');

    private static bool IsSeparator(char letter) => letter is ' ' or '\t' or ':' or '-' or '_';

    private static bool IsPrefix(string text, int index) =>
        text[index] == '0' && index + 1 < text.Length && text[index + 1] is 'x' or 'X';

    private static int DigitAt(string text, int index)
    {
        if (index >= text.Length || IsSeparator(text[index]))
        {
            throw new FormatException($"half a byte at position {index}: bytes have two hex digits");
        }

        return char.IsAsciiHexDigit(text[index])
            ? Convert.ToInt32(text[index].ToString(), 16)
            : throw new FormatException($"'{text[index]}' at position {index + 1} is not a hex digit");
    }
}
