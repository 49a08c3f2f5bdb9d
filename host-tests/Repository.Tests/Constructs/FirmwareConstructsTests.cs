using IqosDevice.Repository.Tests.Compiled;

namespace IqosDevice.Repository.Tests.Constructs;

public sealed class FirmwareConstructsTests
{
    [Fact]
    public void The_firmware_has_nothing_that_fails_on_the_device() =>
        CodeRules.Check(CompiledCode.Firmware).ShouldHaveNone();

    [Fact]
    public void The_main_loop_has_nothing_of_it_either_but_its_thread() =>
        CodeRules.Check(FirmwareSources.Program).Where(found => found.What is not "forbidden type System.Threading.Thread")
            .ShouldHaveNone();

    [Fact]
    public void The_tests_for_the_device_have_nothing_of_it_either()
    {
        FirmwareSources.Tests.ShouldNotBeEmpty();
        FirmwareSources.Tests.SelectMany(CodeRules.Check).ShouldHaveNone();
    }

    [Theory]
    [InlineData("generic type", "public sealed class Box<T> { }")]
    [InlineData("generic method", "public T M<T>(T value) { return value; }")]
    [InlineData("instance of generic", "public System.Collections.Generic.List<int> Items;")]
    [InlineData("instance of generic", "public object M() { return System.Array.Empty<int>(); }")]
    [InlineData("forbidden type System.Func", "public System.Func<int> Next;")]
    [InlineData("forbidden type System.Action", "public void M(System.Action<int> next) { next(1); }")]
    [InlineData("forbidden type System.Nullable", "public int M(int? a) { return a ?? 0; }")]
    [InlineData(
        "forbidden type System.ValueTuple",
        "public int M() { var pair = (1, 2); return M2(pair); } private int M2((int, int) p) { return p.Item1; }")]
    [InlineData("forbidden type System.Linq", "public bool M(int[] a) { return System.Linq.Enumerable.Any(a); }")]
    [InlineData("forbidden type System.Decimal", "public decimal Price;")]
    [InlineData("forbidden type System.Threading.Thread", "public void M() { System.Threading.Thread.Sleep(1); }")]
    [InlineData("forbidden type System.Random", "public int M() { return new System.Random(1).Next(); }")]
    [InlineData("forbidden member System.DateTime.UtcNow", "public object M() { return System.DateTime.UtcNow; }")]
    [InlineData("multi-dimensional array", "public int[,] Grid;")]
    [InlineData("multi-dimensional array", "public object M() { return new byte[2, 2]; }")]
    [InlineData("multi-dimensional array", "public int M(int[,][] a) { return a[0, 0][0]; }")]
    [InlineData("interface member with a body", "public interface IPort { int M() { return 1; } }")]
    [InlineData("interface member with a body", "public interface IPort { static int M() { return 1; } }")]
    [InlineData("checked arithmetic", "public int M(int a) { checked { return a + 1; } }")]
    [InlineData("checked arithmetic", "public byte M(int a) { return checked((byte)a); }")]
    [InlineData("pointer", "public unsafe int M(int* a) { return *a; }")]
    [InlineData("pointer", "public unsafe int M(byte[] a) { fixed (byte* p = a) { return *p; } }")]
    [InlineData("localloc", "public unsafe int M() { int* a = stackalloc int[4]; return a[0]; }")]
    [InlineData("pointer", "public unsafe delegate*<int, int> Next;")]
    [InlineData("calli", "public unsafe int M(delegate*<int, int> next) { return next(1); }")]
    [InlineData("volatile field", "public volatile bool Stop;")]
    [InlineData("state machine", "public System.Collections.IEnumerable M() { yield return 1; }")]
    [InlineData("state machine", "public async void M() { await System.Threading.Tasks.Task.Yield(); }")]
    [InlineData("System.Math.Sqrt", "public double M(double a) { return System.Math.Sqrt(a); }")]
    [InlineData("System.Math.Min", "public int M(int a) { return System.Math.Min(a, 1); }")]
    [InlineData("System.MathF.Abs", "public float M(float a) { return System.MathF.Abs(a); }")]
    public void A_construct_that_the_device_does_not_bear_is_found(string what, string members) =>
        ShouldFind(what, members);

    [Theory]
    [InlineData("mutable static field", "public static int Count;")]
    [InlineData("mutable static field", "public static int Count { get; set; }")]
    [InlineData("mutable static field", "public static event System.EventHandler Changed;")]
    [InlineData("mutable static field", "public System.Action M() { return () => { }; }")]
    [InlineData("static object", "public static readonly object Gate = new object();")]
    [InlineData("static object", "public static Sample Instance { get; } = new Sample();")]
    [InlineData("static object", "public static readonly object[] Items = new object[1];")]
    public void State_that_holders_would_share_is_found(string what, string members) => ShouldFind(what, members);

    [Theory]
    [InlineData("enum to text", "public string M(Mode a) { return a.ToString(); }")]
    [InlineData("enum to text", "public string M(Mode a) { return \"x\" + a; }")]
    [InlineData("enum to text", "public string M(Mode a) { return $\"x{a}{1}\"; }")]
    [InlineData("enum to text", "public string M(Mode a) { return string.Format(\"{0}\", a); }")]
    [InlineData("enum to text", "public string M(System.DayOfWeek a) { return a.ToString(); }")]
    [InlineData("number format \"0.00\"", "public string M(float a) { return a.ToString(\"0.00\"); }")]
    [InlineData("number format \"0.00\"", "public string M(float a) { return $\"{a:0.00}\"; }")]
    [InlineData("number format \"0.00\"", "public string M(float a) { return $\"{a,8:0.00}\"; }")]
    [InlineData("number format \"000\"", "public string M(int a) { return string.Format(\"{0,4:000}\", a); }")]
    [InlineData("number format \"F4\"", "public string M(float a) { return a.ToString(\"F4\"); }")]
    [InlineData("number format \"P1\"", "public string M(double a) { return a.ToString(\"P1\"); }")]
    [InlineData("number format \"00\"", "public string M(int a) { return a.ToString(a > 9 ? \"X2\" : \"00\"); }")]
    [InlineData(
        "number format \"00\"",
        "public string M(int a) { string f = \"00\"; if (a > 9) { f = \"X2\"; } return a.ToString(f); }")]
    [InlineData(
        "not a literal",
        "public string F; public string M(int a) { string f = a > 9 ? \"X2\" : F; return a.ToString(f); }")]
    [InlineData("not a literal", "public string M(int a, string format) { return a.ToString(format); }")]
    [InlineData("without a format", "public string M(float a) { return a.ToString(); }")]
    [InlineData("without a format", "public string M(double a) { return \"x\" + a; }")]
    [InlineData("without a format", "public string M(double a, int b) { return $\"{a}{b}\"; }")]
    public void Text_that_would_differ_on_the_device_is_found(string what, string members) =>
        ShouldFind(what, "public enum Mode { Off, On } " + members);

    [Theory]
    [InlineData("public enum Mode { Off, On } private const int A = 1; public static readonly Mode First = Mode.On;")]
    [InlineData("private static readonly byte[] Table = { 1, 2, 3 }; private static readonly byte[][] Tables = { new byte[1] };")]
    [InlineData("private static readonly string[] Names = { \"Off\", \"On\" }; public string M(int i) { return Names[i]; }")]
    [InlineData("public float M(float a) { return System.Math.Clamp(a, 0f, 1f); }")]
    [InlineData("public string M(float a, int b, string c) { return $\"{a:F2} {b:X4} {b,6} {c}\" + b.ToString(\"D5\"); }")]
    [InlineData("public string M(int a) { return string.Format(\"{0:N1}\", a); }")]
    [InlineData("public string M(int a) { string f = a > 9 ? \"X2\" : \"X4\"; return a.ToString(f) + a.ToString(f); }")]
    [InlineData("public int M(byte a, byte b) { return unchecked((byte)(a + b)); }")]
    [InlineData("public delegate void Handler(int a); public event Handler Changed; public void M() { Changed(1); }")]
    [InlineData("private readonly object gate = new object(); public void M() { lock (gate) { } }")]
    [InlineData("public interface IPort { int Value { get; } void M(ref int a); }")]
    [InlineData("public bool M(System.DayOfWeek a) { return a == System.DayOfWeek.Friday && (int)a > 1; }")]
    public void What_the_device_bears_is_left_alone(string members) =>
        CodeRules.Check(Snippet.FirmwareMembers(members)).ShouldHaveNone();

    private static void ShouldFind(string what, string members) =>
        CodeRules.Check(Snippet.FirmwareMembers(members)).Select(violation => violation.What)
            .ShouldContain(found => found.StartsWith(what, StringComparison.Ordinal)
                || found.EndsWith(what, StringComparison.Ordinal));
}
