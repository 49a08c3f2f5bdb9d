namespace IqosDevice.Benchmarks.Tests.Native.Samples;

/// <summary>What a tick may not do, or what has no translation.</summary>
internal static class Untranslatable
{
    private static int changing;

    public static int Makes() => new Square().Corners();

    public static int MakesAnArray(int a) => new int[a].Length;

    public static int Says() => "text".Length;

    public static int CallsTheRuntime(int a) => Math.Abs(a);

    public static int ReadsWhatChanges() => changing++;

    public static int Catches(int a)
    {
        try
        {
            return 1 / a;
        }
        catch (DivideByZeroException)
        {
            return 0;
        }
    }

    public static int CallsOneOfTwo(IShape shape) => shape.Corners();

    internal interface IShape
    {
        int Corners();
    }

    internal sealed class Triangle : IShape
    {
        public int Corners() => 3;
    }

    internal sealed class Square : IShape
    {
        public int Corners() => 4;
    }
}
