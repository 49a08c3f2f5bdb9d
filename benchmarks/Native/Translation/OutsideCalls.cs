using Mono.Cecil;

namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>What the firmware calls of the runtime inside of the tick, and the function of il.h that stands for it.</summary>
internal static class OutsideCalls
{
    private static readonly Dictionary<string, string> Functions = new(StringComparer.Ordinal)
    {
        ["System.Boolean System.Single::IsNaN(System.Single)"] = "is_nan_r4",
        ["System.Boolean System.Double::IsNaN(System.Double)"] = "is_nan_r8",
        ["System.Boolean System.Single::IsInfinity(System.Single)"] = "is_infinity_r4",
        ["System.Boolean System.Double::IsInfinity(System.Double)"] = "is_infinity_r8",
        ["System.Int32 System.Math::Clamp(System.Int32,System.Int32,System.Int32)"] = "clamp_i4",
        ["System.Int64 System.Math::Clamp(System.Int64,System.Int64,System.Int64)"] = "clamp_i8",
        ["System.Single System.Math::Clamp(System.Single,System.Single,System.Single)"] = "clamp_r4",
        ["System.Double System.Math::Clamp(System.Double,System.Double,System.Double)"] = "clamp_r8",
    };

    /// <summary>Finds the function.</summary>
    public static string? FunctionOf(MethodReference called) => Functions.GetValueOrDefault(called.FullName);
}
