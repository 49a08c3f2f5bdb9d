using System.Globalization;

namespace IqosDevice.Cli.Decoding;

/// <summary>Payloads of long frames: two bytes that say what it is, then the content of an answer.</summary>
internal static class LongPayloads
{
    private static readonly DateTime Epoch = new(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static void Explain(ScpFrameView frame, FieldCursor payload)
    {
        payload.Bytes(2, "item", _ => ScpCommands.NameOf(frame) ?? "not known");
        switch (ScpCommands.NameOf(frame))
        {
            case "Telemetry":
                ExplainTelemetry(payload);
                break;
            case "Clock":
                ExplainClock(payload);
                break;
        }

        payload.Rest();
    }

    private static void ExplainTelemetry(FieldCursor payload)
    {
        while (payload.LeftBytes >= 8)
        {
            payload
                .UInt32("index", index => $"block {index}")
                .UInt24("value", value => $"{value}")
                .Byte("tag", ExplainTag);
        }
    }

    private static string ExplainTag(byte tag) => tag switch
    {
        0x8E => "total uses",
        0x17 => "days used",
        _ => "meaning not known",
    };

    private static void ExplainClock(FieldCursor payload) => payload
        .Bytes(4, "base", date => $"{date.Span[0] | (date.Span[1] << 8):D4}-{date.Span[2]:D2}-{date.Span[3]:D2}")
        .UInt32("seconds", seconds => $"{seconds} s since 2010-01-01 = "
            + Epoch.AddSeconds(seconds).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
}
