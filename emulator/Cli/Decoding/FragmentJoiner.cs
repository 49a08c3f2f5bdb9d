namespace IqosDevice.Cli.Decoding;

/// <summary>
/// Joins fragments to whole frames. Every piece begins with SEQ, the number of pieces still to come: a message of 28
/// bytes travels as <c>01</c> + 19 bytes, then <c>00</c> + 9 bytes, and is joined to <c>00</c> + 28 bytes.
/// </summary>
internal sealed class FragmentJoiner
{
    private readonly List<byte> message = [];
    private readonly List<string> asCaptured = [];
    private string label = string.Empty;
    private string? note;
    private int pieces;
    private int expectedSequence;

    /// <summary>Pieces have come and the last has not.</summary>
    public bool IsWaiting => pieces > 0;

    /// <summary>Whether a frame is the piece that has to come next.</summary>
    public bool Continues(CapturedFrame captured) => captured.Bytes[0] == expectedSequence;

    /// <summary>Takes the next captured frame or piece.</summary>
    /// <returns>A whole frame, or null where more pieces have to come.</returns>
    public CapturedFrame? Add(CapturedFrame captured)
    {
        byte[] bytes = captured.Bytes;
        if (!IsWaiting && bytes[0] == 0)
        {
            return captured;
        }

        label = IsWaiting ? $"{label} + {captured.Label}" : captured.Label;
        note ??= captured.Note;
        message.AddRange(bytes.AsSpan(1));
        asCaptured.Add(HexText.Format(bytes));
        pieces++;
        expectedSequence = bytes[0] - 1;
        if (bytes[0] > 0)
        {
            return null;
        }

        var whole = new CapturedFrame(label, FrameKind.Scp, [0, .. message], note);
        Reset();
        return whole;
    }

    /// <summary>Gives up on the pieces so far.</summary>
    /// <returns>An explanation that names what is missing.</returns>
    public FrameExplanation Abandon()
    {
        var explanation = new FrameExplanation
        {
            Label = label,
            Hex = string.Join(" + ", asCaptured),
            Kind = "scp",
            Summary = "Fragments of an SCP message",
            Fields = [new FrameField(0, HexText.Format(message.ToArray()), "message", "the pieces so far, without SEQ")],
            Problems = [$"incomplete: the piece with SEQ {expectedSequence:X2} is missing"],
            Note = note,
        };
        Reset();
        return explanation;
    }

    private void Reset()
    {
        message.Clear();
        asCaptured.Clear();
        pieces = 0;
        note = null;
    }
}
