using IqosDevice.Repository.Tests.Compiled;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>The counting of instructions, and each thing that it refuses, on small planted ticks.</summary>
public sealed class TickCostTests
{
    private const string Name = "IqosDevice.Firmware.Core.Sample.Step";

    [Theory]
    [InlineData(1, "public static void Step() { }")]
    [InlineData(2, "public static int Step() { return 7; }")]
    [InlineData(4, "public static int Step() { return One(); } private static int One() { return 1; }")]
    [InlineData(8, "public static int Step(bool a, int b) { return a ? b + b + b : b; }")]
    [InlineData(6, "public static int Step(bool a, int b) { if (a) { return b; } return b + b; }")]
    [InlineData(8, "public static int Step(int a) { switch (a) { case 0: return 1; case 1: return 2; case 2: return 3; case 3: return a + a + a; default: return 0; } }")]
    [InlineData(21, "public static float Step(float a) { return System.Math.Clamp(a, 0f, 1f); }")]
    public void The_longest_way_counts_once(int expected, string members) => Count(members).Path.Total.ShouldBe(expected);

    [Theory]
    [InlineData(1, 17)]
    [InlineData(10, 116)]
    [InlineData(1000, 11006)]
    public void A_loop_counts_as_often_as_it_is_declared_to_turn(int bound, long expected) =>
        Count("public static int Step(int a, int b) { while (a < b) { a += 2; b += 1; } return a; }", $"{Name} = {bound}")
            .Path.Total.ShouldBe(expected);

    [Fact]
    public void A_loop_that_is_the_whole_method_counts_too() =>
        Count("public static void Step(int a) { Again: a--; if (a > 0) { goto Again; } }", $"{Name} = 10").Path.Total.ShouldBe(78);

    [Fact]
    public void Loops_in_loops_multiply()
    {
        const string members = "public static int Step(int a) { int n = 0; while (n < a) { int m = 0; while (m < a) { m += 2; } n += m; } return n; }";

        var one = Count(members, $"{Name} = 1, 1").Path.Total;
        var outer = Count(members, $"{Name} = 11, 1").Path.Total - one;
        var inner = Count(members, $"{Name} = 1, 11").Path.Total - one;
        var both = Count(members, $"{Name} = 11, 11").Path.Total - one;

        both.ShouldBe(outer + (11 * inner));
    }

    [Fact]
    public void A_virtual_call_counts_as_its_most_expensive_implementation()
    {
        var all = CountChecks("public static bool Step(Check a) { return a.Look(1); }");

        all.Path.Total.ShouldBe(3 + 1 + 8);
        all.Path.ByMethod.Keys.ShouldContain("IqosDevice.Firmware.Core.Thorough.Look");
    }

    [Fact]
    public void A_call_of_an_interface_counts_as_its_most_expensive_implementation() => Count(
        "public static int Step(IPort a) { return a.Look(1); }",
        types: """
        public interface IPort { int Look(int a); }
        public sealed class Open : IPort { public int Look(int a) { return a; } }
        public sealed class Hidden : IPort { int IPort.Look(int a) { return a + a + a; } }
        """).Path.Total.ShouldBe(4 + 6);

    [Fact]
    public void A_loop_over_one_object_of_each_class_counts_each_class_once()
    {
        const string members = "public static void Step(Check[] a) { for (int i = 0; i < a.Length; i++) { a[i].Look(1); } }";

        var each = CountChecks(members, $"{Name} = each IqosDevice.Firmware.Core.Check").Path.Total;
        var twice = CountChecks(members, $"{Name} = 2").Path.Total;

        (twice - each).ShouldBe(8 - 2);
    }

    [Theory]
    [InlineData("new System.Object", "public static object Step() { return new object(); }")]
    [InlineData("new System.DateTime", "public static void Step() { Look(new System.DateTime(1)); } private static void Look(System.DateTime a) { }")]
    [InlineData("new System.Byte[]", "public static byte[] Step() { return new byte[2]; }")]
    [InlineData("boxes System.Int32", "public static object Step(int a) { return a; }")]
    [InlineData("text \"a\"", "public static string Step() { return \"a\"; }")]
    [InlineData("System.String.Concat", "public static string Step(string a) { return a + a; }")]
    [InlineData("a local System.Guid", "public static void Step(System.Guid a) { System.Guid b = a; if (b.Equals(a)) { a = b; } Step(b); Step(a); }")]
    [InlineData("delegate", "public static System.EventHandler Step() { return Stop; } private static void Stop(object a, System.EventArgs b) { }")]
    [InlineData("delegate", "public static void Step(System.EventHandler a) { a(null, null); }")]
    [InlineData("new System.Object", "public static void Step(bool a) { if (a) { Deep(); } } private static void Deep() { Deeper(); } private static object Deeper() { return new object(); }")]
    public void An_allocation_on_any_way_is_found(string what, string members) => ShouldFind(Count(members), what);

    [Fact]
    public void An_allocation_in_any_implementation_is_found() =>
        ShouldFind(CountChecks("public static bool Step(Check a) { return a.Name() != null; }"), "text \"thorough\"");

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("for (int i = 0; i < a; i++) { }")]
    [InlineData("do { a--; } while (a > 0);")]
    [InlineData("Again: a--; if (a > 0) { goto Again; }")]
    public void A_loop_without_a_declared_bound_is_found(string loop) =>
        ShouldFind(Count($"public static void Step(int a) {{ {loop} }}"), "unbounded loop");

    [Theory]
    [InlineData("entered in the middle", "public static int Step(int a) { if (a > 5) { goto B; } A: a += 2; B: a++; if (a < 9) { goto A; } return a; }")]
    [InlineData("calls itself", "public static int Step(int a) { return a > 0 ? Step(a - 1) : 0; }")]
    [InlineData("try block", "public static void Step(object a) { lock (a) { } }")]
    [InlineData("whose cost nobody declared", "public static int Step(int a) { return System.Math.Abs(a); }")]
    [InlineData("which nobody implements", "public interface IPort { void Look(); } public static void Step(IPort a) { a.Look(); }")]
    public void What_cannot_be_counted_is_found(string what, string members) => ShouldFind(Count(members), what);

    [Fact]
    public void A_bound_below_the_constant_of_the_loop_is_found()
    {
        const string members = "public static int Step(int a) { for (int i = 0; i < 5; i++) { a += i; } return a; }";

        ShouldFind(Count(members, $"{Name} = 3"), "turns 5 times");
        Count(members, $"{Name} = 5").Violations.ShouldHaveNone();
    }

    [Fact]
    public void A_bound_of_a_loop_that_is_gone_is_found()
    {
        var bounds = LoopBounds.Parse($"{Name} = 3\nSome.Other.Method = 3");
        Count("public static void Step() { while (true) { } }", bounds);
        bounds.Unused.ShouldHaveSingleItem().Where.ShouldBe("Some.Other.Method");
        ShouldFind(Count("public static void Step() { while (true) { } }", $"{Name} = 3, 4"), "fewer loops");
        ShouldFind(Count("public static void Step() { while (true) { } }", $"{Name} = each Some.Class"), "there is no class");
    }

    [Fact]
    public void A_path_beyond_the_limit_is_found()
    {
        var tick = Count(
            "public static int Step(int a, int b) { while (a < b) { a += 2; } return a; }",
            $"{Name} = {CostLimits.HeaterTickInstructionCount}");

        tick.LongerThan(CostLimits.HeaterTickInstructionCount).ShouldHaveSingleItem();
        tick.LongerThan(tick.Path.Total).ShouldBeEmpty();
    }

    private static void ShouldFind(TickCost tick, string what) =>
        tick.Violations.ShouldContain(violation => violation.What.Contains(what));

    private static TickCost CountChecks(string members, string bounds = "") => Count(
        members,
        bounds,
        """
        public abstract class Check { public abstract bool Look(int a); public virtual string Name() { return null; } }
        public sealed class Quick : Check { public override bool Look(int a) { return true; } }
        public sealed class Thorough : Check
        {
            public override bool Look(int a) { return a + a + a > 7; }
            public override string Name() { return "thorough"; }
        }
        """);

    private static TickCost Count(string members, string bounds = "", string types = "") => Count(members, LoopBounds.Parse(bounds), types);

    private static TickCost Count(string members, LoopBounds bounds, string types = "") => TickCost.Of(
        Snippet.OptimizedFirmwareFile($"namespace IqosDevice.Firmware.Core {{ public sealed class Sample {{ {members} }} {types} }}"),
        "IqosDevice.Firmware.Core.Sample",
        "Step",
        bounds);
}
