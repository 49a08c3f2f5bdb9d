namespace IqosDevice.DeviceSemantics.Tests.Rewriting;

/// <summary>Divisions, casts and clamps, as the compiler writes them.</summary>
public sealed class ArithmeticTests
{
    private static readonly CompiledSource Source = new(
        """
        public static float DivideFloat(float x, float y) { return x / y; }
        public static double DivideDouble(double x, double y) { return x / y; }
        public static float RestFloat(float x, float y) { return x % y; }
        public static double RestDouble(double x, double y) { return x % y; }
        public static int DivideInt(int x, int y) { return x / y; }
        public static int ToInt(double x) { return (int)x; }
        public static uint ToUInt(double x) { return (uint)x; }
        public static long ToLong(double x) { return (long)x; }
        public static ulong ToULong(double x) { return (ulong)x; }
        public static short ToShort(float x) { return (short)x; }
        public static byte ToByte(float x) { return (byte)x; }
        public static int FloatToInt(float x) { return (int)x; }
        public static float Clamp(float x, float low, float high) { return System.Math.Clamp(x, low, high); }
        public static long ClampLong(long x, long low, long high) { return System.Math.Clamp(x, low, high); }
        """);

    [Fact]
    public void Floating_point_division_by_zero_throws_a_plain_exception()
    {
        float[] zeros = [0f, -0f];
        foreach (float zero in zeros)
        {
            ThrowsPlainly(() => Source.Device<Func<float, float, float>>("DivideFloat")(1, zero));
            ThrowsPlainly(() => Source.Device<Func<float, float, float>>("RestFloat")(float.NaN, zero));
            ThrowsPlainly(() => Source.Device<Func<double, double, double>>("DivideDouble")(0, zero));
            ThrowsPlainly(() => Source.Device<Func<double, double, double>>("RestDouble")(1, zero));
        }
    }

    [Fact]
    public void Any_other_division_is_the_hosts()
    {
        float[] values = [float.NaN, float.PositiveInfinity, -1, 3, float.Epsilon, float.MaxValue];
        foreach (float left in values)
        {
            foreach (float right in values)
            {
                Source.Device<Func<float, float, float>>("DivideFloat")(left, right).ShouldBe(left / right);
                Source.Device<Func<float, float, float>>("RestFloat")(left, right).ShouldBe(left % right);
            }
        }

        Source.Device<Func<int, int, int>>("DivideInt")(7, 2).ShouldBe(3);
    }

    [Theory]
    [InlineData(1.9, 1, 1u, 1L, 1UL)]
    [InlineData(-1.5, -1, 4294967295u, -1L, 18446744073709551615UL)]
    [InlineData(3e10, -64771072, 4230196224u, 30000000000L, 30000000000UL)]
    [InlineData(1e19, 0, 0u, long.MinValue, 10000000000000000000UL)]
    [InlineData(double.NaN, 0, 0u, long.MinValue, 9223372036854775808UL)]
    [InlineData(double.PositiveInfinity, 0, 0u, long.MinValue, 9223372036854775808UL)]
    public void Casts_keep_the_low_bits(double value, int asInt, uint asUInt, long asLong, ulong asULong)
    {
        Source.Device<Func<double, int>>("ToInt")(value).ShouldBe(asInt);
        Source.Device<Func<double, uint>>("ToUInt")(value).ShouldBe(asUInt);
        Source.Device<Func<double, long>>("ToLong")(value).ShouldBe(asLong);
        Source.Device<Func<double, ulong>>("ToULong")(value).ShouldBe(asULong);
    }

    [Fact]
    public void Casts_of_float_to_small_types_keep_the_low_bits()
    {
        Source.Device<Func<float, int>>("FloatToInt")(4294967296f * 3).ShouldBe(0);
        Source.Device<Func<float, short>>("ToShort")(65536f + 7).ShouldBe((short)7);
        Source.Device<Func<float, byte>>("ToByte")(4294967296f).ShouldBe((byte)0);
        Source.Host<Func<float, byte>>("ToByte")(4294967296f).ShouldBe((byte)255);
    }

    [Fact]
    public void Clamp_makes_the_upper_bound_of_NaN()
    {
        var clamp = Source.Device<Func<float, float, float, float>>("Clamp");
        clamp(float.NaN, 0, 12).ShouldBe(12);
        clamp(-1, 0, 12).ShouldBe(0);
        clamp(13, 0, 12).ShouldBe(12);
        clamp(5, 0, 12).ShouldBe(5);
        Should.Throw<ArgumentException>(() => clamp(5, 12, 0));
        Source.Host<Func<float, float, float, float>>("Clamp")(float.NaN, 0, 12).ShouldBe(float.NaN);
        Source.Device<Func<long, long, long, long>>("ClampLong")(13, 0, 12).ShouldBe(12);
    }

    [Fact]
    public void What_was_rewritten_is_counted()
    {
        Source.Rewritten.Divisions.ShouldBe(4);
        Source.Rewritten.Casts.ShouldBe(7);
        Source.Rewritten.Clamps.ShouldBe(1);
        Source.Rewritten.Comparisons.ShouldBe(0);
    }

    [Theory]
    [InlineData("public static int M(float x) { return checked((int)x); }")]
    [InlineData("public static bool M(float x) { return Same(x) > Same(x); } static T Same<T>(T x) { return x; }")]
    public void What_cannot_be_rewritten_is_refused(string members) =>
        Should.Throw<NotSupportedException>(() => new CompiledSource(members)).Message.ShouldContain("M(System.Single)");

    private static void ThrowsPlainly(Action act) => Should.Throw<Exception>(act).GetType().ShouldBe(typeof(Exception));
}
