using System.Text;

namespace IqosDevice.Cli.Decoding;

/// <summary>Payloads of short frames, by bank and register.</summary>
internal static class ShortPayloads
{
    public static void Explain(ScpFrameView frame, FieldCursor payload)
    {
        switch (frame.Bank, frame.RegisterOrLength)
        {
            case (0, 0x00):
                ExplainVersion(payload);
                break;
            case (0, 0x03):
                payload.Bytes(14, "product", code => $"\"{Encoding.ASCII.GetString(code.Span).TrimEnd('\0')}\"");
                break;
            case (0, 0x04):
                payload.Bytes(2, "lock", state => state.Span[0] != 0 ? "locked" : "unlocked");
                break;
            case (0, 0x05):
                ExplainOldGesture(frame, payload);
                break;
            case (0, 0x21):
                ExplainGauge(payload);
                break;
            case (0, 0x23):
                ExplainVibration(payload);
                break;
            case (0, 0x24) or (2, 0x23):
                payload.Byte("brightness", ExplainBrightness);
                break;
            case (0, 0x25):
                payload.Byte("mode", mode => mode switch { 0 => "performance", 1 => "eco", _ => $"{mode}, not known" });
                break;
            case (1, 0x22):
                ExplainSwitchOrFind(frame, payload);
                break;
            case (3, 0x04):
                ExplainChargeVibration(frame, payload);
                break;
            case (3, 0x24):
                payload.Byte("which", which => $"switch {which}");
                ExplainOnOff(frame, payload);
                break;
        }

        payload.Rest();
    }

    private static void ExplainVersion(FieldCursor payload) => payload
        .Bytes(2, "payload", _ => "meaning not known")
        .Bytes(4, "version", part => $"{part.Span[0]}.{part.Span[1]}.{part.Span[2]}.{part.Span[3]}");

    private static void ExplainOldGesture(ScpFrameView frame, FieldCursor payload)
    {
        // 48 05 carries the setting at offset 6, 44 05 only commits it; 84 05 05 vv answers the read.
        if (frame.PayloadClass == 2)
        {
            payload.Bytes(4, "payload", _ => "meaning not known").Byte("gesture", OnOff);
        }
        else if (frame.IsReply && frame.Payload[0] == 0x05)
        {
            payload.Byte("which", which => $"item {which}").Byte("gesture", OnOff);
        }
    }

    private static void ExplainGauge(FieldCursor payload) => payload
        .Byte("charge", percent => $"{percent} % (layout of the stand-in; the real one is not known)")
        .UInt16("voltage", milliVolts => $"{milliVolts} mV")
        .Int16("current", milliAmps => $"{milliAmps} mA, positive charges")
        .Int16("temperature", deciCelsius => $"{deciCelsius / 10.0:F1} °C")
        .UInt16("remaining", mah => $"{mah} mAh")
        .UInt16("full", mah => $"{mah} mAh")
        .Byte("health", percent => $"{percent} %")
        .UInt16("cycles", count => $"{count} full cycles");

    private static void ExplainVibration(FieldCursor payload) => payload
        .Bytes(2, "payload", _ => "meaning not known")
        .Byte("HH", flags => $"heating start {Flag(flags & 0x01)}, ready {Flag(flags & 0x10)}")
        .Byte("LL", flags => $"puff end {Flag(flags & 0x01)}, manual stop {Flag(flags & 0x10)}");

    private static string ExplainBrightness(byte percent) => percent switch
    {
        100 => "100 %, high",
        30 => "30 %, low",
        _ => $"{percent} %",
    };

    private static void ExplainSwitchOrFind(ScpFrameView frame, FieldCursor payload)
    {
        if (ScpCommands.NameOf(frame) == "Flex puff")
        {
            payload.Byte("which", which => $"switch {which}");
            ExplainOnOff(frame, payload);
        }
        else
        {
            payload.Byte("find", value => value != 0 ? "start vibrating" : "stop vibrating");
        }
    }

    private static void ExplainOnOff(ScpFrameView frame, FieldCursor payload)
    {
        // A read request carries the same bytes, but they say nothing yet.
        if (frame.IsReply || frame.IsWrite)
        {
            payload.Byte("value", value => OnOff(value));
        }
    }

    private static void ExplainChargeVibration(ScpFrameView frame, FieldCursor payload)
    {
        payload.Byte("which", which => $"item {which}");
        if (frame.IsReply && frame.PayloadClass >= 2)
        {
            payload
                .Bytes(4, "payload", _ => "zero")
                .Byte("vibration", value => value switch { 0 => "on", 9 => "off", _ => $"{value}, not known" });
        }
    }

    private static string OnOff(byte value) => value switch { 0 => "off", 1 => "on", _ => $"{value}, not known" };

    private static string Flag(int bit) => bit != 0 ? "on" : "off";
}
