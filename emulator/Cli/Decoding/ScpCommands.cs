namespace IqosDevice.Cli.Decoding;

/// <summary>What the commands are called and what their payloads say (protocol.md, section 4).</summary>
internal static class ScpCommands
{
    private const byte FlexAddress = 0xD2;
    private const byte FlexReplyAddress = 0x90;

    /// <summary>Name of the command, or null for one that nobody knows.</summary>
    public static string? NameOf(ScpFrameView frame) => frame.IsLong ? LongNameOf(frame.Payload) : ShortNameOf(frame);

    /// <summary>Notes a field for each part of the payload.</summary>
    public static void ExplainPayload(ScpFrameView frame, FieldCursor payload)
    {
        if (frame.IsLong)
        {
            LongPayloads.Explain(frame, payload);
        }
        else
        {
            ShortPayloads.Explain(frame, payload);
        }
    }

    private static string? ShortNameOf(ScpFrameView frame) => (frame.Bank, frame.RegisterOrLength) switch
    {
        (0, 0x00) => "Firmware version",
        (0, 0x03) => "Product number",
        (0, 0x04) => "Lock",
        (0, 0x05) => "Smart gesture (older clients)",
        (0, 0x21) => "Battery gauge",
        (0, 0x23) => "Vibration",
        (0, 0x24) => "LED brightness of the holder",
        (0, 0x25) => "Flex battery",
        (1, 0x00) => "Lock status",
        (1, 0x22) => frame.Address is FlexAddress or FlexReplyAddress ? "Flex puff" : "Find my device",
        (2, 0x23) => "LED brightness",
        (3, 0x04) => "Charge-start vibration",
        (3, 0x24) => SwitchNameOf(frame.Payload),
        _ => null,
    };

    private static string? SwitchNameOf(ReadOnlySpan<byte> payload) => payload.IsEmpty ? null : payload[0] switch
    {
        0x01 => "Auto start",
        0x02 => "Pause mode",
        0x04 => "Smart gesture",
        _ => null,
    };

    private static string? LongNameOf(ReadOnlySpan<byte> payload) => payload switch
    {
        [0x01, 0x01, ..] => "Telemetry",
        [0x00, 0x04, ..] => "Clock",
        [0x00, 0x02, ..] => "Unnamed long read",
        _ => null,
    };
}
