using Microsoft.CodeAnalysis;

namespace IqosDevice.DeviceSemantics.Tests.Rewriting;

/// <summary>
/// Whatever instruction the compiler chooses for a comparison (it turns conditions round, and differently in Debug and
/// Release), the source means the same on the device.
/// </summary>
public sealed class ComparisonShapeTests
{
    private static readonly double[] Values =
        [double.NaN, double.NegativeInfinity, double.MinValue, -1, -0.0, 0, double.Epsilon, 1, double.MaxValue, double.PositiveInfinity];

    [Theory]
    [InlineData(OptimizationLevel.Debug, "float")]
    [InlineData(OptimizationLevel.Release, "float")]
    [InlineData(OptimizationLevel.Debug, "double")]
    [InlineData(OptimizationLevel.Release, "double")]
    public void Every_shape_of_a_comparison_has_the_meaning_of_the_device(OptimizationLevel optimization, string type)
    {
        string[] operators = ["<", "<=", ">", ">=", "==", "!="];
        foreach (string operation in operators)
        {
            var source = new CompiledSource(Shapes(operation, type), optimization);
            string[] shapes = ["Value", "If", "IfNot", "Choice", "While", "And", "Stored"];
            foreach (string shape in shapes)
            {
                var compare = Comparer(source, shape, type);
                foreach (double left in Values)
                {
                    foreach (double right in Values)
                    {
                        compare(left, right).ShouldBe(
                            Expected(operation, Narrow(left, type), Narrow(right, type)), $"{shape}: {left} {operation} {right}");
                    }
                }
            }
        }
    }

    private static bool Expected(string operation, double left, double right)
    {
        bool unordered = double.IsNaN(left) || double.IsNaN(right);
        bool equal = !unordered && (left == right || (double.IsInfinity(left) && double.IsInfinity(right)));
        bool less = !unordered && !equal && left < right;
        return operation switch
        {
            "<" => less,
            "<=" => less || equal,
            ">" => unordered || (!less && !equal),
            ">=" => unordered || !less,
            "==" => equal,
            _ => !equal,
        };
    }

    private static double Narrow(double value, string type) => type is "float" ? (float)value : value;

    private static Func<double, double, bool> Comparer(CompiledSource source, string shape, string type)
    {
        if (type is "double")
        {
            return source.Device<Func<double, double, bool>>(shape);
        }

        var compare = source.Device<Func<float, float, bool>>(shape);
        return (left, right) => compare((float)left, (float)right);
    }

    private static string Shapes(string operation, string type) =>
        $$"""
        private static {{type}} field;
        public static bool Value({{type}} x, {{type}} y) { return x {{operation}} y; }
        public static bool If({{type}} x, {{type}} y) { if (x {{operation}} y) { return true; } return false; }
        public static bool IfNot({{type}} x, {{type}} y) { if (!(x {{operation}} y)) { return false; } return true; }
        public static bool Choice({{type}} x, {{type}} y) { return (x {{operation}} y ? 7 : 3) == 7; }
        public static bool While({{type}} x, {{type}} y) { int n = 0; while (x {{operation}} y && n < 3) { n++; } return n == 3; }
        public static bool And({{type}} x, {{type}} y) { return (x {{operation}} y) & (x {{operation}} y || y != y && false); }
        public static bool Stored({{type}} x, {{type}} y) { field = x; {{type}}[] a = { y }; bool b = field {{operation}} a[0]; return b; }
        """;
}
