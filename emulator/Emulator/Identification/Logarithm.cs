namespace IqosDevice.Emulator.Identification;

/// <summary>The natural logarithm by additions and multiplications alone, so that it is the same to the last bit everywhere.</summary>
internal static class Logarithm
{
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double Ln2 = 0.693147180559945309417;
    private const int FractionBits = 52;
    private const double Scale = 1L << FractionBits;
    private const int ExponentBias = 1023;
    private const long FractionMask = (1L << FractionBits) - 1;

    /// <summary>Terms of the series: |s| is at most 0.1716, and the first one left out below 2e-18.</summary>
    private const int HighestPower = 21;

    /// <summary>ln x to about 1e-15; for what is not above 0, or no number, what <see cref="Math"/> makes of it.</summary>
    public static double Of(double x)
    {
        if (!(x >= SmallestNormal && x < double.PositiveInfinity))
        {
            return x == 0 ? double.NegativeInfinity : x > 0 ? Extreme(x) : double.NaN;
        }

        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> FractionBits) - ExponentBias;
        double mantissa = BitConverter.Int64BitsToDouble((bits & FractionMask) | ((long)ExponentBias << FractionBits));
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        // ln m = 2 (s + s³/3 + s⁵/5 + …) with s = (m - 1) / (m + 1).
        double s = (mantissa - 1) / (mantissa + 1);
        double sum = 0;
        for (int power = HighestPower; power >= 1; power -= 2)
        {
            sum = (sum * s * s) + (1.0 / power);
        }

        return (exponent * Ln2) + (2 * s * sum);
    }

    /// <summary>Infinity, or a number so small that its bits have to be moved up first.</summary>
    private static double Extreme(double x) =>
        double.IsPositiveInfinity(x) ? x : Of(x * Scale) - (FractionBits * Ln2);
}
