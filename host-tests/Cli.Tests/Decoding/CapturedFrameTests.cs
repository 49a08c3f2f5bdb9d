using IqosDevice.Cli.Decoding;

namespace IqosDevice.Cli.Tests.Decoding;

/// <summary>Frames captured from real devices and their clients, and what each of them says.</summary>
public sealed class CapturedFrameTests
{
    [Theory]
    [InlineData("0F003819B40E64", FrameKind.Battery, true, "Battery information", "3764 mV")]
    [InlineData("0F004B18540F64", FrameKind.Battery, true, "Battery information", "charger 75 %")]
    [InlineData("00C0000000", FrameKind.Scp, true, "Firmware version", "to the charger")]
    [InlineData("00C00000000000", FrameKind.Scp, true, "Firmware version", "tolerated")]
    [InlineData("00C08800100087050021A0C00114010106063F", FrameKind.Scp, true, "Firmware version reply", "135.5.0.33")]
    [InlineData("00C0000309", FrameKind.Scp, true, "Product number", "to the charger")]
    [InlineData("00C9000309", FrameKind.Scp, true, "Product number", "to the holder")]
    [InlineData("00C00021E7", FrameKind.Scp, true, "Battery gauge", "to the charger")]
    [InlineData("00C91002010175D6", FrameKind.Scp, true, "Telemetry", "2 payload bytes")]
    [InlineData("00C01002000438EF", FrameKind.Scp, true, "Clock", "CTRL: request, read, long")]
    [InlineData("0008900A0004DA0701015733841C21CE", FrameKind.Scp, true, "Clock reply", "2025-02-28 08:05:43")]
    [InlineData("00C910020002B9A5", FrameKind.Scp, true, "Long read 00 02", "to the holder")]
    [InlineData("00C00223C3", FrameKind.Scp, true, "LED brightness read", "bank 2")]
    [InlineData("0008842464000000AE", FrameKind.Scp, true, "Holder LED brightness reply", "100 %, high")]
    [InlineData("00C90023E9", FrameKind.Scp, true, "Vibration read", "to the holder")]
    [InlineData("00C907040400000008", FrameKind.Scp, true, "Charge-start vibration read", "record 04")]
    [InlineData("00C04522011E0000C3", FrameKind.Scp, true, "Find my device start", "find: start vibrating")]
    [InlineData("00C04522001E0000D5", FrameKind.Scp, true, "Find my device stop", "find: stop vibrating")]
    [InlineData("00C9440402FF00005A", FrameKind.Scp, true, "Lock", "lock: locked")]
    [InlineData("00C94404000000005D", FrameKind.Scp, true, "Unlock", "lock: unlocked")]
    [InlineData("00C900041C", FrameKind.Scp, true, "Lock read", "to the holder")]
    [InlineData("00C0010015", FrameKind.Scp, true, "Lock status", "CRC8: right")]
    [InlineData("00C00100F6", FrameKind.Scp, false, "Lock status", "wrong, expected 15")]
    [InlineData("00C0890033006A000200CA55060005000000D2", FrameKind.Scp, true, "Lock status reply", "14 payload bytes")]
    [InlineData("00C907240100000022", FrameKind.Scp, true, "Auto start read", "selector: Auto start")]
    [InlineData("00C94724010100003F", FrameKind.Scp, true, "Auto start on", "value: on")]
    [InlineData("00C947240100000054", FrameKind.Scp, true, "Auto start off", "value: off")]
    [InlineData("0008872401010000A5", FrameKind.Scp, true, "Auto start reply", "value: on")]
    [InlineData("00C907240200000018", FrameKind.Scp, true, "Pause mode read", "selector: Pause mode")]
    [InlineData("00C947240201000005", FrameKind.Scp, true, "Pause mode on", "value: on")]
    [InlineData("00C94724020000006E", FrameKind.Scp, true, "Pause mode off", "value: off")]
    [InlineData("00C947240401000071", FrameKind.Scp, true, "Smart gesture on", "value: on")]
    [InlineData("00C94724040000001A", FrameKind.Scp, true, "Smart gesture off", "value: off")]
    [InlineData("00C94724040100003C", FrameKind.Scp, false, "Smart gesture on", "wrong, expected 71")]
    [InlineData("00C90724040000006C", FrameKind.Scp, true, "Smart gesture read", "selector: Smart gesture")]
    [InlineData("00C90405050100006C", FrameKind.Scp, true, "Smart gesture of older clients read", "bank 0")]
    [InlineData("00C9440500FFFF00C3", FrameKind.Scp, true, "Smart gesture of older clients, commit", "class 1")]
    [InlineData("00C90025FB", FrameKind.Scp, true, "Flex battery read", "to the holder")]
    [InlineData("00C94425000000005B", FrameKind.Scp, true, "Flex battery performance", "mode: performance")]
    [InlineData("00C94425010000004D", FrameKind.Scp, true, "Flex battery eco", "mode: eco")]
    [InlineData("00D205220300000017", FrameKind.Scp, true, "Flex puff read", "third target")]
    [InlineData("00D24522030100000A", FrameKind.Scp, true, "Flex puff on", "value: on")]
    [InlineData("00D245220300000061", FrameKind.Scp, true, "Flex puff off", "value: off")]
    [InlineData("00D24522030000000A", FrameKind.Scp, false, "Flex puff off", "wrong, expected 61")]
    public void A_captured_frame_is_explained(string hex, FrameKind kind, bool correct, string summary, string fact)
    {
        var captured = new CapturedFrame("row", kind, HexText.Parse(hex));

        FrameExplanation frame = FrameDecoder.Explain([captured]).ShouldHaveSingleItem();

        frame.Correct.ShouldBe(correct);
        frame.Summary.ShouldBe(summary);
        frame.Fields.ShouldContain(field => $"{field.Name}: {field.Meaning}".Contains(fact, StringComparison.Ordinal));

        // Every byte belongs to exactly one field, in order.
        string.Join(' ', frame.Fields.Select(field => field.Hex)).ShouldBe(frame.Hex);
    }
}
