using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Compiled;

/// <summary>
/// What the compiler puts into the host build by itself, and would not put into the build for the device:
/// it looks at the runtime at hand and takes a simpler way where a helper is missing.
/// </summary>
internal static class CompilerInserted
{
    /// <summary>
    /// Attributes for debuggers and tools, which Debug and Release builds set differently.
    /// </summary>
    private static readonly string[] ToolAttributes =
    [
        "System.Diagnostics.DebuggerBrowsableAttribute",
        "System.Diagnostics.DebuggerHiddenAttribute",
        "System.Diagnostics.DebuggerStepThroughAttribute",
        "System.Runtime.CompilerServices.CompilerGeneratedAttribute",
        "System.Runtime.CompilerServices.IsReadOnlyAttribute",
        "System.Runtime.CompilerServices.NullableAttribute",
        "System.Runtime.CompilerServices.NullableContextAttribute",
    ];

    /// <summary>
    /// What $"..." is built with on the host, whatever the language version; on the device it is string.Format.
    /// Its generic methods are the compiler's choice, the formats and values in them are the firmware's.
    /// </summary>
    private const string InterpolationHandler = "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler";

    /// <summary>What takes the handler's place on the device.</summary>
    private const string InterpolationOnDevice = "System.String.Format(string,object[]) -> string";

    /// <summary>Members of the host's runtime, and what the compiler uses on the device in their place.</summary>
    private static readonly Dictionary<string, string> OnDevice = new(StringComparer.Ordinal)
    {
        // lock (gate) { }: where Enter(object, ref bool) is missing, the older form is emitted.
        ["System.Threading.Monitor.Enter(object,ref bool) -> void"] = "System.Threading.Monitor.Enter(object) -> void",
    };

    /// <summary>The name on the device of a member that the compiler chose on the host.</summary>
    public static string DeviceName(string canonicalName) =>
        canonicalName.StartsWith(InterpolationHandler, StringComparison.Ordinal)
            ? InterpolationOnDevice
            : OnDevice.GetValueOrDefault(canonicalName, canonicalName);

    /// <summary>The type that builds interpolated strings on the host.</summary>
    public static bool IsInterpolation(TypeReference type) =>
        string.Equals(type.FullName, InterpolationHandler, StringComparison.Ordinal);

    /// <summary>Nothing that the firmware's code decides.</summary>
    public static bool IsNoise(MemberReference target) =>
        target is MethodReference { Name: ".ctor" } constructor
        && ToolAttributes.Contains(constructor.DeclaringType.FullName, StringComparer.Ordinal);

    /// <summary>
    /// An event's own accessor swaps its delegate with a generic helper; without one the compiler locks instead.
    /// </summary>
    public static bool IsEventSwap(MethodDefinition method, MemberReference target) =>
        (method.IsAddOn || method.IsRemoveOn)
        && target is GenericInstanceMethod { Name: "CompareExchange", DeclaringType.FullName: "System.Threading.Interlocked" };
}
