namespace IqosDevice.Emulator.Simulation;

/// <summary>
/// Noise as a function of an index (a time, a conversion's number) and a seed: how often, or in which order, the
/// samples are asked for does not change them.
/// </summary>
public sealed class NoiseSource
{
    private const double SqrtThree = 1.7320508075688772;
    private readonly ulong key;

    public NoiseSource(ulong seed, string part) => key = DeterministicRandom.For(seed, part).NextUInt64();

    /// <summary>
    /// Mean 0, standard deviation 1: four uniform 16-bit numbers of one hash added up (Irwin-Hall), bounded to
    /// ±3.46.
    /// </summary>
    public double Gaussian(long index)
    {
        ulong z = HashOf(index);
        long sum = (long)(z & 0xFFFF) + (long)((z >> 16) & 0xFFFF) + (long)((z >> 32) & 0xFFFF) + (long)(z >> 48);
        return (sum - (2 * 65535)) * (SqrtThree / 65536.0);
    }

    /// <summary>Uniform in [0, 1) with 53 bits.</summary>
    public double Uniform(long index) => (HashOf(index) >> 11) * (1.0 / (1UL << 53));

    private ulong HashOf(long index)
    {
        ulong z = key + ((ulong)index * 0x9E3779B97F4A7C15);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
