using IqosDevice.Cli.Decoding;

namespace IqosDevice.Cli.Tests.Decoding;

/// <summary>Frames captured from real devices and their clients, and what each of them says.</summary>
public sealed class CapturedFrameTests
{
    [Theory]
    [InlineData("0F003819B40E64", FrameKind.Battery, true, "Battery information", "3764 mV")]
    [InlineData("0F004B18540F64", FrameKind.Battery, true, "Battery information", "charger 75 %")]
    [InlineData("00C0000000", FrameKind.Scp, true, "Firmware version, read request", "to the charger")]
    [InlineData("00C00000000000", FrameKind.Scp, true, "Firmware version, read request", "tolerated")]
    [InlineData("00C08800100087050021A0C00114010106063F", FrameKind.Scp, true, "Firmware version, reply", "135.5.0.33")]
    [InlineData("00C0000309", FrameKind.Scp, true, "Product number, read request", "to the charger")]
    [InlineData("00C9000309", FrameKind.Scp, true, "Product number, read request", "to the holder")]
    [InlineData("00C00021E7", FrameKind.Scp, true, "Battery gauge, read request", "to the charger")]
    [InlineData("00C91002010175D6", FrameKind.Scp, true, "Telemetry, read request", "2 payload bytes")]
    [InlineData("00C01002000438EF", FrameKind.Scp, true, "Clock, read request", "long")]
    [InlineData("0008900A0004DA0701015733841C21CE", FrameKind.Scp, true, "Clock, reply", "2025-02-28 08:05:43")]
    [InlineData("00C910020002B9A5", FrameKind.Scp, true, "Unnamed long read, read request", "to the holder")]
    [InlineData("00C00223C3", FrameKind.Scp, true, "LED brightness, read request", "bank 2")]
    [InlineData("0008842464000000AE", FrameKind.Scp, true, "LED brightness of the holder, reply", "100 %, high")]
    [InlineData("00C90023E9", FrameKind.Scp, true, "Vibration, read request", "to the holder")]
    [InlineData("00C907040400000008", FrameKind.Scp, true, "Charge-start vibration, read request", "item 4")]
    [InlineData("00C04522011E0000C3", FrameKind.Scp, true, "Find my device, write request", "start vibrating")]
    [InlineData("00C04522001E0000D5", FrameKind.Scp, true, "Find my device, write request", "stop vibrating")]
    [InlineData("00C9440402FF00005A", FrameKind.Scp, true, "Lock, write request", "locked")]
    [InlineData("00C94404000000005D", FrameKind.Scp, true, "Lock, write request", "unlocked")]
    [InlineData("00C900041C", FrameKind.Scp, true, "Lock, read request", "to the holder")]
    [InlineData("00C0010015", FrameKind.Scp, true, "Lock status, read request", "right")]
    [InlineData("00C00100F6", FrameKind.Scp, false, "Lock status, read request", "wrong, expected 15")]
    [InlineData("00C0890033006A000200CA55060005000000D2", FrameKind.Scp, true, "Lock status, reply", "14 payload bytes")]
    [InlineData("00C907240100000022", FrameKind.Scp, true, "Auto start, read request", "switch 1")]
    [InlineData("00C94724010100003F", FrameKind.Scp, true, "Auto start, write request", "on")]
    [InlineData("00C947240100000054", FrameKind.Scp, true, "Auto start, write request", "off")]
    [InlineData("0008872401010000A5", FrameKind.Scp, true, "Auto start, reply", "on")]
    [InlineData("00C907240200000018", FrameKind.Scp, true, "Pause mode, read request", "switch 2")]
    [InlineData("00C947240201000005", FrameKind.Scp, true, "Pause mode, write request", "on")]
    [InlineData("00C94724020000006E", FrameKind.Scp, true, "Pause mode, write request", "off")]
    [InlineData("00C947240401000071", FrameKind.Scp, true, "Smart gesture, write request", "on")]
    [InlineData("00C94724040000001A", FrameKind.Scp, true, "Smart gesture, write request", "off")]
    [InlineData("00C94724040100003C", FrameKind.Scp, false, "Smart gesture, write request", "wrong, expected 71")]
    [InlineData("00C90724040000006C", FrameKind.Scp, true, "Smart gesture, read request", "switch 4")]
    [InlineData("00C90405050100006C", FrameKind.Scp, true, "Smart gesture (older clients), read request", "bank 0")]
    [InlineData("00C9440500FFFF00C3", FrameKind.Scp, true, "Smart gesture (older clients), write request", "class 1")]
    [InlineData("00C90025FB", FrameKind.Scp, true, "Flex battery, read request", "to the holder")]
    [InlineData("00C94425000000005B", FrameKind.Scp, true, "Flex battery, write request", "performance")]
    [InlineData("00C94425010000004D", FrameKind.Scp, true, "Flex battery, write request", "eco")]
    [InlineData("00D205220300000017", FrameKind.Scp, true, "Flex puff, read request", "third target")]
    [InlineData("00D24522030100000A", FrameKind.Scp, true, "Flex puff, write request", "on")]
    [InlineData("00D245220300000061", FrameKind.Scp, true, "Flex puff, write request", "off")]
    [InlineData("00D24522030000000A", FrameKind.Scp, false, "Flex puff, write request", "wrong, expected 61")]
    public void A_captured_frame_is_explained(string hex, FrameKind kind, bool correct, string summary, string fact)
    {
        FrameExplanation frame = FrameDecoder.Explain([new CapturedFrame("row", kind, HexText.Parse(hex))]).ShouldHaveSingleItem();

        frame.Correct.ShouldBe(correct);
        frame.Summary.ShouldBe(summary);
        frame.Fields.ShouldContain(field => field.Meaning.Contains(fact, StringComparison.Ordinal));

        // Every byte belongs to exactly one field, in order.
        string.Join(' ', frame.Fields.Select(field => field.Hex)).ShouldBe(frame.Hex);
    }
}
