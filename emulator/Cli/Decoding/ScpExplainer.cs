using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Cli.Decoding;

/// <summary>Explains one whole SCP frame field by field (protocol.md, section 3).</summary>
internal static class ScpExplainer
{
    public static FrameExplanation Explain(CapturedFrame captured)
    {
        byte[] bytes = captured.Bytes;
        var fields = new List<FrameField>();
        var problems = new List<string>();
        string summary = "SCP frame";
        if (!ScpFrameView.TryParse(bytes, out ScpFrameView? frame, out string? tooShort))
        {
            problems.Add(tooShort);
            new FieldCursor(bytes, 0, bytes.Length, fields).Rest();
        }
        else
        {
            summary = frame.Description;
            ExplainHeader(frame, new FieldCursor(bytes, 0, ScpFrame.PayloadOffset, fields));
            ScpPayloads.Explain(frame,
                new FieldCursor(bytes, ScpFrame.PayloadOffset, frame.ChecksumOffset, fields));
            ExplainTail(bytes, frame, fields, problems);
        }

        return new FrameExplanation
        {
            Label = captured.Label,
            Hex = HexText.Format(bytes),
            Kind = "scp",
            Summary = summary,
            Fields = fields,
            Problems = problems,
            Note = captured.Note,
        };
    }

    private static void ExplainHeader(ScpFrameView frame, FieldCursor header)
    {
        header
            .Byte("SEQ", left => left == 0 ? "last or only fragment" : $"{left} more fragments to come")
            .Byte("ADDR", address => ExplainAddress(address, frame.IsReply))
            .Byte("CTRL", _ => ExplainControl(frame));
        if (frame.IsLong)
        {
            header.Byte("LEN", length => $"{length} payload bytes");
        }
        else
        {
            header.Byte("REG", _ => frame.CommandName);
        }
    }

    /// <summary>Requests go to C0, C9 or D2; the answers come from C0, 08 or 90.</summary>
    private static string ExplainAddress(byte address, bool isReply) => (address, isReply) switch
    {
        (0xC0, false) => "to the charger",
        (0xC9, false) => "to the holder",
        (0xD2, false) => "to the third target (FlexPuff)",
        (0xC0, true) => "from the charger",
        (0x08, true) => "from the holder",
        (0x90, true) => "from the third target (FlexPuff)",
        (_, false) => "unknown for a request",
        (_, true) => "unknown for a reply",
    };

    private static string ExplainControl(ScpFrameView frame)
    {
        string direction = frame.IsReply ? "reply" : "request";
        string access = frame.IsWrite ? "write" : "read";
        string form = frame.IsLong ? "long" : $"short, class {frame.PayloadClass} = {frame.PayloadBytes} payload bytes";

        // A reply to a write clears the write bit, so a reply does not tell which it answers.
        return frame.IsReply ? $"{direction}, {form}, bank {frame.Bank}" : $"{direction}, {access}, {form}, bank {frame.Bank}";
    }

    private static void ExplainTail(byte[] bytes, ScpFrameView frame, List<FrameField> fields, List<string> problems)
    {
        int found = frame.FoundChecksum;
        int expected = frame.ExpectedChecksum;
        string expectedText = frame.FormatChecksum(expected);
        fields.Add(new FrameField(
            frame.ChecksumOffset,
            HexText.Format(bytes.AsSpan(frame.ChecksumOffset, frame.ChecksumBytes)),
            frame.ChecksumName,
            found == expected ? "right" : $"wrong, expected {expectedText}"));
        if (found != expected)
        {
            problems.Add($"{frame.ChecksumName} {frame.FormatChecksum(found)}, expected {expectedText}");
        }

        if (frame.ExtraBytes > 0)
        {
            fields.Add(new FrameField(
                frame.FrameBytes,
                HexText.Format(bytes.AsSpan(frame.FrameBytes)),
                "padding",
                frame.HasToleratedPadding ? "two zero bytes that clients append; tolerated" : "does not belong to the frame"));
        }

        if (frame.ExtraBytes > 0 && !frame.HasToleratedPadding)
        {
            problems.Add($"{bytes.Length} bytes are too many: the header makes {frame.FrameBytes}");
        }
    }
}
