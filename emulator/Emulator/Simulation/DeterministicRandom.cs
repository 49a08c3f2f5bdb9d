using System.Numerics;

namespace IqosDevice.Emulator.Simulation;

/// <summary>
/// Seeded random numbers, the same on every platform and runtime: xoshiro256** seeded by SplitMix64
/// (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM TOMS 2021).
/// </summary>
public sealed class DeterministicRandom
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    public DeterministicRandom(ulong seed)
    {
        s0 = SplitMix64(ref seed);
        s1 = SplitMix64(ref seed);
        s2 = SplitMix64(ref seed);
        s3 = SplitMix64(ref seed);
    }

    /// <summary>A generator of its own for a named part, so that parts do not disturb each other's sequence.</summary>
    public static DeterministicRandom For(ulong seed, string part)
    {
        // FNV-1a, 64 bit.
        ulong hash = 0xCBF29CE484222325;
        foreach (char letter in part)
        {
            hash = (hash ^ letter) * 0x100000001B3;
        }

        return new DeterministicRandom(seed ^ hash);
    }

    public ulong NextUInt64()
    {
        ulong result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        ulong t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1) with 53 bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [low, high).</summary>
    public double NextDouble(double low, double high) => low + ((high - low) * NextDouble());

    /// <summary>Uniform in [0, bound).</summary>
    public int NextInt32(int bound) => (int)(NextDouble() * bound);

    /// <summary>
    /// Mean 0, standard deviation 1: the sum of twelve uniform numbers less six (Irwin-Hall), because the exact
    /// transforms need Log and Cos, which differ in the last bit between platforms. Bounded to ±6.
    /// </summary>
    public double NextGaussian()
    {
        double sum = -6.0;
        for (int i = 0; i < 12; i++)
        {
            sum += NextDouble();
        }

        return sum;
    }

    private static ulong SplitMix64(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
