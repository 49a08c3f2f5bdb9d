using System.Text;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Emulator.Scenarios.Conditions;

/// <summary>
/// Bytes as a file writes them: pairs of hex digits, <c>??</c> for any byte, <c>*</c> at the end for any rest,
/// <c>crc</c> at the end for the right checksum of an SCP frame, or a text in quotes: <c>'ILUMA*'</c>.
/// </summary>
internal sealed class BytePattern
{
    private const string AnyByte = "??";
    private const string AnyRest = "*";
    private const string Checksum = "crc";
    private const int MostBytes = 600;

    private readonly string text;
    private readonly List<byte?> bytes = [];
    private bool openEnd;
    private bool sealedByChecksum;

    private BytePattern(string text) => this.text = text;

    /// <exception cref="FormatException">The text is no pattern of bytes.</exception>
    public static BytePattern Parse(string text)
    {
        var pattern = new BytePattern(text);
        string trimmed = text.Trim();
        if (trimmed is ['\'', .., '\''])
        {
            pattern.AddText(trimmed[1..^1]);
            return pattern;
        }

        foreach (string token in trimmed.Split([' ', ':', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            pattern.Add(token);
        }

        return pattern;
    }

    /// <summary>Bytes as <c>00 C0 01</c>.</summary>
    public static string Format(ReadOnlySpan<byte> value) => Convert.ToHexString(value) is { Length: > 0 } hex
        ? string.Join(' ', hex.Chunk(2).Select(pair => new string(pair)))
        : "(empty)";

    public bool Matches(ReadOnlySpan<byte> value)
    {
        if (openEnd ? value.Length < bytes.Count : value.Length != bytes.Count + (sealedByChecksum ? ChecksumBytes(value) : 0))
        {
            return false;
        }

        for (int index = 0; index < bytes.Count; index++)
        {
            if (bytes[index] is { } expected && value[index] != expected)
            {
                return false;
            }
        }

        return !sealedByChecksum || HasRightChecksum(value);
    }

    /// <summary>The bytes to send.</summary>
    /// <exception cref="FormatException">The pattern leaves some open.</exception>
    public byte[] ToFrame()
    {
        if (openEnd || bytes.Contains(null))
        {
            throw new FormatException($"\"{text}\" leaves bytes open: ?? and * are for what comes back");
        }

        byte[] frame = [.. bytes.Select(value => value!.Value)];
        if (!sealedByChecksum)
        {
            return frame;
        }

        byte[] buffer = [.. frame, 0, 0];
        return frame.Length >= ScpFrame.PayloadOffset && ScpFrame.PayloadOffset + ScpFrame.PayloadBytes(buffer) == frame.Length
            ? buffer[..ScpFrame.Seal(buffer)]
            : throw new FormatException($"\"{text}\": the frame's length does not fit its CTRL, so it has no checksum");
    }

    /// <inheritdoc/>
    public override string ToString() => text;

    private static int ChecksumBytes(ReadOnlySpan<byte> frame) =>
        frame.Length > ScpFrame.ControlOffset && ScpFrame.IsLong(frame[ScpFrame.ControlOffset]) ? 2 : 1;

    private static bool HasRightChecksum(ReadOnlySpan<byte> value)
    {
        byte[] frame = value.ToArray();
        return ScpFrame.TotalBytes(frame, frame.Length) == frame.Length
            && ScpFrame.ReadChecksum(frame) == ScpFrame.ComputeChecksum(frame);
    }

    private void AddText(string content)
    {
        openEnd = content.EndsWith(AnyRest, StringComparison.Ordinal);
        string fixedPart = openEnd ? content[..^1] : content;
        bytes.AddRange(Encoding.UTF8.GetBytes(fixedPart).Select(value => (byte?)value));
    }

    private void Add(string token)
    {
        if (openEnd || sealedByChecksum)
        {
            throw new FormatException($"\"{text}\": {(openEnd ? AnyRest : Checksum)} comes last");
        }

        openEnd = token == AnyRest;
        sealedByChecksum = token == Checksum;
        if (!openEnd && !sealedByChecksum)
        {
            AddHex(token);
        }

        if (bytes.Count > MostBytes)
        {
            throw new FormatException($"a value has at most {MostBytes} bytes");
        }
    }

    private void AddHex(string token)
    {
        if (token == AnyByte)
        {
            bytes.Add(null);
            return;
        }

        try
        {
            bytes.AddRange(Convert.FromHexString(token).Select(value => (byte?)value));
        }
        catch (FormatException problem)
        {
            throw new FormatException($"\"{token}\" is not made of pairs of hex digits, nor ??, * or crc, nor a text in quotes", problem);
        }
    }
}
