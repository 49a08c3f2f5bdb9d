using System.Globalization;
using System.Text;
using IqosDevice.Firmware.Core.Protocol;

namespace IqosDevice.Cli.Decoding;

/// <summary>What the payloads of the commands say (protocol.md, sections 3 and 4).</summary>
internal static class ScpPayloads
{
    private const int TelemetryBlockBytes = 8;

    private static readonly DateTime Epoch = new(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Notes a field for each part of a payload; what is not known is noted as that.</summary>
    public static void Explain(ScpFrameView frame, FieldCursor payload)
    {
        // Only a reply or a write carries a value; a read carries a selector at most.
        bool hasValue = frame.IsReply || frame.IsWrite;
        switch (frame.Command)
        {
            case ScpCommand.FirmwareVersion:
                payload.Unknown(2).Bytes(4, "version", part => $"{part.Span[0]}.{part.Span[1]}.{part.Span[2]}.{part.Span[3]}");
                break;
            case ScpCommand.ProductNumber:
                payload.Bytes(14, "product", code => $"\"{Encoding.ASCII.GetString(code.Span).TrimEnd('\0')}\"");
                break;
            case ScpCommand.BatteryGauge:
                ExplainGauge(payload);
                break;
            case ScpCommand.Lock:
                payload.Bytes(2, "lock", state => state.Span[0] != 0 ? "locked" : "unlocked");
                break;
            case ScpCommand.Brightness or ScpCommand.HolderBrightness:
                payload.Byte("brightness", Brightness);
                break;
            case ScpCommand.Vibration:
                ExplainVibration(payload);
                break;
            case ScpCommand.ChargeStartVibration:
                ExplainChargeVibration(frame, payload);
                break;
            case ScpCommand.FindMyDevice:
                payload.Byte("find", value => value != 0 ? "start vibrating" : "stop vibrating");
                break;
            case ScpCommand.FlexBattery:
                payload.Byte("mode", mode => mode switch { 0 => "performance", 1 => "eco", _ => $"{mode}, not known" });
                break;
            case ScpCommand.AutoStart or ScpCommand.PauseMode or ScpCommand.SmartGesture or ScpCommand.FlexPuff:
                payload.Byte("selector", _ => frame.CommandName).ByteIf(hasValue, "value", OnOff);
                break;
            case ScpCommand.OldGesture:
                ExplainOldGesture(frame, payload);
                break;
            case ScpCommand.Telemetry or ScpCommand.Clock or ScpCommand.OtherLongRead:
                ExplainLong(frame, payload);
                break;
        }

        payload.Rest();
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
        .Unknown(2)
        .Byte("HH", flags => $"heating start {Flag(flags & 0x01)}, ready {Flag(flags & 0x10)}")
        .Byte("LL", flags => $"puff end {Flag(flags & 0x01)}, manual stop {Flag(flags & 0x10)}");

    // Write: cc rr 00 FF FF FF vv; read reply: rr 00 00 00 00 vv.
    private static void ExplainChargeVibration(ScpFrameView frame, FieldCursor payload)
    {
        bool isRecord = frame.PayloadBytes > 14;
        if (isRecord)
        {
            payload.Unknown(1);
        }

        payload.Byte("record", record => $"record {record:X2}");
        if (isRecord || frame.IsReply)
        {
            payload.Unknown(4).Byte("vibration", value => value switch { 0 => "on", 9 => "off", _ => $"{value}, not known" });
        }
    }

    // Write and its answer: cc 05 01 00 00 vv; read: 05; read reply: 05 vv.
    private static void ExplainOldGesture(ScpFrameView frame, FieldCursor payload)
    {
        bool isRecord = frame.PayloadBytes == 14;
        if (isRecord)
        {
            payload.Unknown(1);
        }

        payload.Byte("record", record => $"record {record:X2}");
        if (isRecord)
        {
            payload.Unknown(3);
        }

        payload.ByteIf(isRecord || frame.IsReply, "gesture", OnOff);
    }

    private static void ExplainLong(ScpFrameView frame, FieldCursor payload)
    {
        payload.Bytes(2, "item", _ => frame.CommandName);
        if (frame.Command == ScpCommand.Clock)
        {
            payload
                .Bytes(4, "base", date => $"{date.Span[0] | (date.Span[1] << 8):D4}-{date.Span[2]:D2}-{date.Span[3]:D2}")
                .UInt32("seconds", seconds => $"{seconds} s since 2010-01-01 = "
                    + Epoch.AddSeconds(seconds).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        }

        while (frame.Command == ScpCommand.Telemetry && payload.LeftBytes >= TelemetryBlockBytes)
        {
            payload
                .UInt32("index", index => $"block {index}")
                .UInt24("value", value => $"{value}")
                .Byte("tag", tag => tag switch { 0x8E => "total uses", 0x17 => "days used", _ => "meaning not known" });
        }
    }

    private static string Brightness(byte percent) => percent switch
    {
        100 => "100 %, high",
        30 => "30 %, low",
        _ => $"{percent} %",
    };

    private static string OnOff(byte value) => value switch { 0 => "off", 1 => "on", _ => $"{value}, not known" };

    private static string Flag(int bit) => bit != 0 ? "on" : "off";
}
