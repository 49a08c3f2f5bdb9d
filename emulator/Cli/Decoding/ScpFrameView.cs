using System.Diagnostics.CodeAnalysis;

namespace IqosDevice.Cli.Decoding;

/// <summary>
/// A whole SCP frame taken apart. Short: SEQ ADDR CTRL REG payload CRC8, the payload's size by the class in CTRL.
/// Long (CTRL bit 4): SEQ ADDR CTRL LEN payload CRC16, the CRC little-endian. Example: <c>00 C0 01 00 15</c>.
/// </summary>
internal sealed class ScpFrameView
{
    public const int HeaderBytes = 4;

    private static readonly int[] ClassPayloadBytes = [0, 4, 14, 24];

    private readonly byte[] frame;

    private ScpFrameView(byte[] frame) => this.frame = frame;

    public byte Sequence => frame[0];

    public byte Address => frame[1];

    public byte Control => frame[2];

    /// <summary>REG of a short frame, LEN of a long one.</summary>
    public byte RegisterOrLength => frame[3];

    public bool IsReply => (Control & 0x80) != 0;

    public bool IsWrite => (Control & 0x40) != 0;

    public bool IsLong => (Control & 0x10) != 0;

    public int PayloadClass => (Control >> 2) & 0x03;

    public int Bank => Control & 0x03;

    public int PayloadBytes => IsLong ? RegisterOrLength : ClassPayloadBytes[PayloadClass];

    public ReadOnlySpan<byte> Payload => frame.AsSpan(HeaderBytes, PayloadBytes);

    public int ChecksumOffset => HeaderBytes + PayloadBytes;

    public int ChecksumBytes => IsLong ? 2 : 1;

    /// <summary>Size that the header announces.</summary>
    public int FrameBytes => ChecksumOffset + ChecksumBytes;

    /// <summary>
    /// Bytes behind the frame. Clients append two zero bytes to the firmware version request; those are tolerated.
    /// </summary>
    public int ExtraBytes => frame.Length - FrameBytes;

    public bool HasToleratedPadding =>
        ExtraBytes == 2 && Control == 0 && RegisterOrLength == 0 && frame[^1] == 0 && frame[^2] == 0;

    public int FoundChecksum => IsLong ? frame[ChecksumOffset] | (frame[ChecksumOffset + 1] << 8) : frame[ChecksumOffset];

    /// <summary>The right checksum: over CTRL to the last payload byte, SEQ and ADDR left out.</summary>
    public int ExpectedChecksum
    {
        get
        {
            ReadOnlySpan<byte> covered = frame.AsSpan(2, ChecksumOffset - 2);
            return IsLong ? ScpChecksum.Crc16(covered) : ScpChecksum.Crc8(covered);
        }
    }

    /// <summary>Name of the checksum and its bytes in the order of the wire, e.g. "CRC8 0A".</summary>
    public string FormatChecksum(int checksum) => IsLong
        ? $"CRC16 {checksum & 0xFF:X2} {checksum >> 8:X2}"
        : $"CRC8 {checksum:X2}";

    /// <summary>Takes a frame apart; bytes behind it are left to <see cref="ExtraBytes"/>.</summary>
    /// <param name="frame">The whole frame, fragments joined.</param>
    /// <param name="view">The parts.</param>
    /// <param name="problem">Why it is shorter than its header says.</param>
    public static bool TryParse(byte[] frame, [NotNullWhen(true)] out ScpFrameView? view, [NotNullWhen(false)] out string? problem)
    {
        view = null;
        if (frame.Length <= HeaderBytes)
        {
            problem = $"{frame.Length} bytes are too few: the shortest frame has 5";
            return false;
        }

        var candidate = new ScpFrameView(frame);
        if (candidate.ExtraBytes < 0)
        {
            string source = candidate.IsLong ? $"LEN {candidate.RegisterOrLength:X2}" : $"payload class {candidate.PayloadClass}";
            problem = $"{frame.Length} bytes are too few: {source} makes {candidate.FrameBytes}";
            return false;
        }

        view = candidate;
        problem = null;
        return true;
    }
}
