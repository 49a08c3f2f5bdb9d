namespace IqosDevice.Cli.Decoding;

/// <summary>
/// Explains a battery record (protocol.md, section 2). Example: <c>0F 00 38 19 B4 0E 64</c> = docked, charger 56 %,
/// 25 °C, 3764 mV, holder 100 %.
/// </summary>
internal static class BatteryExplainer
{
    private const int HolderPresentFlag = 0x0008;
    private const int DockedBytes = 7;
    private const int UndockedBytes = 6;

    /// <summary>Whether bytes of unknown origin are a battery record: no SCP frame begins like one.</summary>
    public static bool LooksLikeRecord(ReadOnlySpan<byte> bytes) =>
        (bytes.Length == DockedBytes && bytes[0] == 0x0F && bytes[1] == 0)
        || (bytes.Length == UndockedBytes && bytes[0] == 0x07 && bytes[1] == 0);

    public static FrameExplanation Explain(CapturedFrame captured)
    {
        byte[] record = captured.Bytes;
        var fields = new List<FrameField>();
        new FieldCursor(record, 0, record.Length, fields)
            .UInt16("flags", flags => (flags & HolderPresentFlag) != 0 ? "holder docked" : "no holder docked")
            .Byte("charge", percent => $"charger {percent} %")
            .Byte("temperature", celsius => $"{(sbyte)celsius} °C")
            .UInt16("voltage", milliVolts => $"cell {milliVolts} mV")
            .Byte("holder", percent => $"holder {percent} %")
            .Rest();
        return new FrameExplanation
        {
            Label = captured.Label,
            Hex = HexText.Format(record),
            Kind = "battery",
            Summary = "Battery information",
            Fields = fields,
            Problems = FindProblems(record),
            Note = captured.Note,
        };
    }

    private static List<string> FindProblems(byte[] record)
    {
        var problems = new List<string>();
        if (record.Length is not (DockedBytes or UndockedBytes))
        {
            problems.Add($"{record.Length} bytes: a battery record has 7 docked and 6 not docked");
            return problems;
        }

        bool docked = (record[0] & HolderPresentFlag) != 0;
        if (docked != (record.Length == DockedBytes))
        {
            problems.Add(docked
                ? "the flags say docked, but the holder's charge (byte 6) is missing"
                : "the flags say not docked, but there is a byte 6");
        }

        return problems;
    }
}
