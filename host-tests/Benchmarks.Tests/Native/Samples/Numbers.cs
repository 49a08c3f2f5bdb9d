namespace IqosDevice.Benchmarks.Tests.Native.Samples;

/// <summary>Methods that compute with numbers, each for some instructions of IL; translated and run with every mix of edge values.</summary>
internal static class Numbers
{
    public static int Add(int a, int b) => a + b;

    public static int Subtract(int a, int b) => a - b;

    public static int Multiply(int a, int b) => a * b;

    public static int Divide(int a, int b) => a / b;

    public static int Remainder(int a, int b) => a % b;

    public static uint DivideUnsigned(uint a, uint b) => a / b;

    public static uint RemainderUnsigned(uint a, uint b) => a % b;

    public static int Negate(int a) => -a;

    public static int Bits(int a, int b) => (a & b) ^ (~a | b);

    public static int ShiftLeft(int a, int b) => a << b;

    public static int ShiftRight(int a, int b) => a >> b;

    public static uint ShiftRightUnsigned(uint a, int b) => a >> b;

    public static long AddLong(long a, long b) => a + b;

    public static long SubtractLong(long a, long b) => a - b;

    public static long MultiplyLong(long a, long b) => a * b;

    public static long DivideLong(long a, long b) => a / b;

    public static long RemainderLong(long a, long b) => a % b;

    public static ulong DivideLongUnsigned(ulong a, ulong b) => a / b;

    public static long NegateLong(long a) => -a;

    public static long ShiftLong(long a, int b) => (a << b) + (a >> (b + 1));

    public static ulong ShiftLongUnsigned(ulong a, int b) => a >> b;

    public static float AddSingle(float a, float b) => a + b;

    public static float Polynomial(float a, float b) => (a * b) - (b / a) + (a * 3.9083e-3f);

    public static float RemainderSingle(float a, float b) => a % b;

    public static double MixedSizes(float a, double b) => (a * b) - a;

    public static float RoundedOnTheWay(double a, double b) => (float)(a * b) + 1f;

    public static int CompareInt(int a, int b) => (a < b ? 1 : 0) + (a > b ? 2 : 0) + (a <= b ? 4 : 0) + (a >= b ? 8 : 0) + (a == b ? 16 : 0);

    public static int CompareUnsigned(uint a, uint b) => (a < b ? 1 : 0) + (a > b ? 2 : 0) + (a <= b ? 4 : 0) + (a >= b ? 8 : 0) + (a != b ? 16 : 0);

    public static int CompareLong(long a, ulong b) => (a < 7 ? 1 : 0) + (a >= -3 ? 2 : 0) + (b < 7 ? 4 : 0) + ((ulong)a > b ? 8 : 0);

    public static int CompareSingle(float a, float b)
    {
        int seen = (a < b ? 1 : 0) + (a > b ? 2 : 0) + (a <= b ? 4 : 0) + (a >= b ? 8 : 0) + (a == b ? 16 : 0) + (a != b ? 32 : 0);
        bool lower = a < b;
        bool notLower = !(a < b);
        bool notHigher = !(a > b);
        return seen + (lower ? 64 : 0) + (notLower ? 128 : 0) + (notHigher ? 256 : 0);
    }

    public static bool IsSpecial(float a, float b) => float.IsNaN(a) || float.IsInfinity(b);

    public static float Clamp(float a) => Math.Clamp(a, -0.5f, 300f);

    public static int ClampInt(int a) => Math.Clamp(a, 0, 1000);

    public static float NotANumber(float a) => a > 1f ? float.NaN : -0f;

    public static float Endless(float a) => a > 1f ? float.PositiveInfinity : float.NegativeInfinity;

    public static int Lowest(int a) => a > 0 ? int.MinValue : int.MaxValue;

    public static long LowestLong(int a) => a > 0 ? long.MinValue : 0xFFFF_FFFFL;
}
