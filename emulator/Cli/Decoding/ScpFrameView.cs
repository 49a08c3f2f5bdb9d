using System.Diagnostics.CodeAnalysis;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Cli.Decoding;

/// <summary>
/// A whole SCP frame taken apart, by the firmware's own knowledge of the layout and of the commands (protocol.md,
/// section 3). Example: <c>00 C0 01 00 15</c>.
/// </summary>
internal sealed class ScpFrameView
{
    private const int ShortestBytes = 5;
    private const int ClassShift = 2;

    private readonly byte[] frame;

    private ScpFrameView(byte[] frame)
    {
        this.frame = frame;
        Command = IsReply ? ScpCommands.IdentifyReply(frame, frame.Length) : ScpCommands.Identify(frame, frame.Length);
    }

    /// <summary>What the frame reads, sets or answers.</summary>
    public ScpCommand Command { get; }

    /// <summary>Name of the command.</summary>
    public string CommandName => ScpCommandNames.NameOf(Command);

    /// <summary>What the frame asks or answers, e.g. "Flex puff off".</summary>
    public string Description => ScpCommandNames.Describe(frame, frame.Length);

    public byte Control => frame[ScpFrame.ControlOffset];

    public bool IsReply => (Control & ScpFrame.ControlReply) != 0;

    public bool IsWrite => (Control & ScpFrame.ControlWrite) != 0;

    public bool IsLong => ScpFrame.IsLong(Control);

    public int PayloadClass => (Control >> ClassShift) & 0x03;

    public int Bank => Control & ScpFrame.ControlOperationMask;

    public int PayloadBytes => ScpFrame.PayloadBytes(frame);

    public int ChecksumOffset => ScpFrame.PayloadOffset + PayloadBytes;

    public int ChecksumBytes => ScpFrame.ChecksumBytes(frame);

    /// <summary>Size that the header announces.</summary>
    public int FrameBytes => ScpFrame.TotalBytes(frame, frame.Length);

    /// <summary>Bytes behind the frame.</summary>
    public int ExtraBytes => frame.Length - FrameBytes;

    /// <summary>The bytes behind the frame are the ones that clients append to a version request.</summary>
    public bool HasToleratedPadding => ScpFrame.IsPaddedVersionRequest(frame, frame.Length);

    public int FoundChecksum => ScpFrame.ReadChecksum(frame);

    public int ExpectedChecksum => ScpFrame.ComputeChecksum(frame);

    public string ChecksumName => IsLong ? "CRC16" : "CRC8";

    /// <summary>A checksum's bytes in the order of the wire, e.g. "0A" or "75 D6".</summary>
    public string FormatChecksum(int checksum) =>
        IsLong ? $"{checksum & 0xFF:X2} {checksum >> 8:X2}" : $"{checksum:X2}";

    /// <summary>Takes a frame apart; bytes behind it are left to <see cref="ExtraBytes"/>.</summary>
    /// <param name="frame">The whole frame, fragments joined.</param>
    /// <param name="view">The parts.</param>
    /// <param name="problem">Why it is shorter than its header says.</param>
    public static bool TryParse(
        byte[] frame, [NotNullWhen(true)] out ScpFrameView? view, [NotNullWhen(false)] out string? problem)
    {
        view = null;
        if (frame.Length < ShortestBytes)
        {
            problem = $"{frame.Length} bytes are too few: the shortest frame has {ShortestBytes}";
            return false;
        }

        var candidate = new ScpFrameView(frame);
        if (candidate.ExtraBytes < 0)
        {
            string source = candidate.IsLong
                ? $"LEN {frame[ScpFrame.RegisterOffset]:X2}"
                : $"payload class {candidate.PayloadClass}";
            problem = $"{frame.Length} bytes are too few: {source} makes {candidate.FrameBytes}";
            return false;
        }

        view = candidate;
        problem = null;
        return true;
    }
}
