using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Faults;

/// <summary>Bytes that arrive as others: some bits turned over, or all of them drawn.</summary>
internal sealed class ByteCorruption
{
    private readonly DeterministicRandom random;
    private readonly bool wholly;

    /// <param name="seed">Seed.</param>
    /// <param name="wholly">Every byte is drawn; otherwise one bit is turned over.</param>
    public ByteCorruption(ulong seed, bool wholly)
    {
        random = DeterministicRandom.For(seed, "corruption");
        this.wholly = wholly;
    }

    /// <summary>A corrupted copy of the same length.</summary>
    public byte[] Of(byte[] bytes)
    {
        byte[] copy = [.. bytes];
        if (wholly)
        {
            for (int i = 0; i < copy.Length; i++)
            {
                copy[i] = (byte)random.NextInt32(256);
            }
        }
        else if (copy.Length > 0)
        {
            int bit = random.NextInt32(copy.Length * 8);
            copy[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        return copy;
    }
}
