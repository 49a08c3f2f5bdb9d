namespace IqosDevice.Benchmarks.Tests.Native.Samples;

/// <summary>Every cast between numbers.</summary>
internal static class Casts
{
    public static sbyte SingleToSByte(float a) => (sbyte)a;

    public static byte SingleToByte(float a) => (byte)a;

    public static short SingleToShort(float a) => (short)a;

    public static ushort SingleToUShort(float a) => (ushort)a;

    public static int SingleToInt(float a) => (int)a;

    public static uint SingleToUInt(float a) => (uint)a;

    public static long SingleToLong(float a) => (long)a;

    public static ulong SingleToULong(float a) => (ulong)a;

    public static int DoubleToInt(double a) => (int)a;

    public static uint DoubleToUInt(double a) => (uint)a;

    public static long DoubleToLong(double a) => (long)a;

    public static ulong DoubleToULong(double a) => (ulong)a;

    public static float DoubleToSingle(double a) => (float)a;

    public static double SingleToDouble(float a) => a;

    public static float IntToSingle(int a) => a;

    public static double UIntToDouble(uint a) => a;

    public static float LongToSingle(long a) => a;

    public static long IntToLong(int a) => a;

    public static long UIntToLong(uint a) => a;

    public static ulong IntToULong(int a) => (ulong)a;

    public static int LongToInt(long a) => (int)a;

    public static uint LongToUInt(long a) => (uint)a;

    public static byte IntToByte(int a) => (byte)a;

    public static sbyte IntToSByte(int a) => (sbyte)a;

    public static short LongToShort(long a) => (short)a;

    public static ushort IntToUShort(int a) => (ushort)a;

    public static char IntToChar(int a) => (char)a;
}
