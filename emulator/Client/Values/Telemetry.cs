namespace IqosDevice.Client.Values;

/// <summary>Counters of the holder's life.</summary>
/// <param name="TotalUses">Sessions so far (tag 8E).</param>
/// <param name="DaysUsed">Days with at least one session (tag 17).</param>
/// <param name="Blocks">Every block by its tag, the unknown ones too.</param>
public sealed record Telemetry(int TotalUses, int DaysUsed, IReadOnlyDictionary<byte, int> Blocks)
{
    private const int BlockBytes = 8;
    private const byte TotalUsesTag = 0x8E;
    private const byte DaysUsedTag = 0x17;

    /// <summary>Blocks of 8 bytes behind two bytes of echo: u32 index, u24 value, u8 tag.</summary>
    internal static Telemetry Parse(ReadOnlySpan<byte> payload)
    {
        var blocks = new Dictionary<byte, int>();
        for (int at = 2; at + BlockBytes <= payload.Length; at += BlockBytes)
        {
            ReadOnlySpan<byte> block = payload.Slice(at, BlockBytes);
            blocks[block[7]] = block[4] | (block[5] << 8) | (block[6] << 16);
        }

        return new Telemetry(blocks.GetValueOrDefault(TotalUsesTag), blocks.GetValueOrDefault(DaysUsedTag), blocks);
    }
}
