namespace IqosDevice.DeviceSemantics;

/// <summary>
/// Floating-point arithmetic of the device's interpreter where it differs from .NET's. Rewritten code calls these
/// methods instead of executing the instruction of the same name.
/// </summary>
/// <remarks>
/// The interpreter has one comparison for all instructions (nf-interpreter, CLR_RT_HeapBlock::Compare_Values) and
/// tests its result for the sign. A pair of which one is NaN compares as greater, two infinities compare as equal
/// whatever their signs. Signed and unsigned instructions do the same with floating point:
/// <code>
///                          on the device             on .NET
///                     NaN, x   x, NaN   +∞, -∞   NaN, x   x, NaN   +∞, -∞
/// ceq, beq               0        0        1        0        0        0
/// bne.un                 1        1        0        1        1        1
/// cgt, bgt               1        1        0        0        0        1
/// cgt.un, bgt.un         1        1        0        1        1        1
/// clt, blt               0        0        0        0        0        0
/// clt.un, blt.un         0        0        0        1        1        0
/// bge                    1        1        1        0        0        1
/// bge.un                 1        1        1        1        1        1
/// ble                    0        0        1        0        0        0
/// ble.un                 0        0        1        1        1        0
/// </code>
/// So <c>&gt;</c> and <c>&gt;=</c> of C# are true with NaN, as values and as conditions, in Debug and in Release.
/// </remarks>
public static class DeviceArithmetic
{
    private const double TwoTo63 = 9223372036854775808.0;

    /// <summary>1, 0 or -1; see the remarks of the class for NaN and infinities.</summary>
    public static int Compare(double left, double right)
    {
        if (double.IsNaN(left) || double.IsNaN(right))
        {
            return 1;
        }

        if (double.IsInfinity(left) && double.IsInfinity(right))
        {
            return 0;
        }

        return left.CompareTo(right);
    }

    /// <summary>Equal.</summary>
    public static bool Ceq(double left, double right) => Compare(left, right) == 0;

    /// <summary>Greater.</summary>
    public static bool Cgt(double left, double right) => Compare(left, right) > 0;

    /// <summary>Less.</summary>
    public static bool Clt(double left, double right) => Compare(left, right) < 0;

    /// <summary>Quotient.</summary>
    /// <exception cref="Exception">The divisor is 0, with either sign.</exception>
    public static float Div(float left, float right) => left / NotZero(right);

    /// <inheritdoc cref="Div(float, float)"/>
    public static double Div(double left, double right) => left / NotZero(right);

    /// <summary>Remainder.</summary>
    /// <exception cref="Exception">The divisor is 0, with either sign.</exception>
    public static float Rem(float left, float right) => left % NotZero(right);

    /// <inheritdoc cref="Rem(float, float)"/>
    public static double Rem(double left, double right) => left % NotZero(right);

    /// <summary>
    /// What a cast to an integer type takes its low bits from: the value cut off to 64 bits. Nothing saturates; a value
    /// beyond 64 bits and NaN give the lowest number, whose low 32 bits are 0.
    /// </summary>
    public static long ConvI8(double value) => value is >= -TwoTo63 and < TwoTo63 ? (long)value : long.MinValue;

    /// <summary>As <see cref="ConvI8"/>, for the casts to ulong, which reach up to 2^64.</summary>
    public static ulong ConvU8(double value) =>
        value is >= TwoTo63 and < 2 * TwoTo63 ? (ulong)value : (ulong)ConvI8(value);

    /// <summary>System.Math.Clamp of the device: managed code, so its comparisons are the interpreter's.</summary>
    /// <exception cref="ArgumentException">The lower bound is greater, or a bound is NaN.</exception>
    public static float Clamp(float value, float min, float max) => (float)Clamp((double)value, min, max);

    /// <inheritdoc cref="Clamp(float, float, float)"/>
    public static double Clamp(double value, double min, double max)
    {
        if (Cgt(min, max))
        {
            throw new ArgumentException("The lower bound is greater than the upper one.", nameof(min));
        }

        if (Clt(value, min))
        {
            return min;
        }

        return Cgt(value, max) ? max : value;
    }

    private static float NotZero(float divisor) => divisor != 0f ? divisor : throw DivisionByZero();

    private static double NotZero(double divisor) => divisor != 0.0 ? divisor : throw DivisionByZero();

    // The device has no DivideByZeroException; whoever catches must catch this one.
#pragma warning disable CA2201
    private static Exception DivisionByZero() => new("CLR_E_DIVIDE_BY_ZERO: floating-point division by zero.");
#pragma warning restore CA2201
}
