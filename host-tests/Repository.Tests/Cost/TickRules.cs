using IqosDevice.Repository.Tests.Compiled;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>What one instruction, or a method as such, may not do in the heater tick: allocate, or hide where it goes.</summary>
internal static class TickRules
{
    /// <summary>
    /// Calls that leave the firmware, and what they cost on the device, IL instructions. <c>Clamp</c> is managed there:
    /// three comparisons and a return. <c>IsNaN</c> and <c>IsInfinity</c> are native: the call itself is what counts.
    /// </summary>
    private static readonly Dictionary<string, long> Outside = new(StringComparer.Ordinal)
    {
        ["System.Math.Clamp(int,int,int) -> int"] = 16,
        ["System.Math.Clamp(long,long,long) -> long"] = 16,
        ["System.Math.Clamp(float,float,float) -> float"] = 16,
        ["System.Single.IsNaN(float) -> bool"] = 1,
        ["System.Single.IsInfinity(float) -> bool"] = 1,
    };

    /// <summary>What is wrong with a method as a whole.</summary>
    public static IEnumerable<string> OfMethod(MethodDefinition method)
    {
        if (!method.HasBody)
        {
            yield return "has no IL to count";
            yield break;
        }

        if (method.Body.HasExceptionHandlers)
        {
            yield return "has a try block, whose ways nobody counts";
        }

        // The interpreter makes an object for each struct that a method keeps.
        foreach (var variable in method.Body.Variables.Where(variable => IsStruct(variable.VariableType)))
        {
            yield return $"allocates: a local {variable.VariableType.FullName} is an object on the device";
        }
    }

    /// <summary>What is wrong with an instruction; null for nothing.</summary>
    public static string? OfInstruction(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Newobj => $"allocates: new {((MethodReference)instruction.Operand).DeclaringType.FullName}",
        Code.Newarr => $"allocates: new {((TypeReference)instruction.Operand).FullName}[]",
        Code.Box => $"allocates: boxes {((TypeReference)instruction.Operand).FullName}",
        Code.Ldstr => $"allocates: text \"{instruction.Operand}\"",
        Code.Ldftn or Code.Ldvirtftn or Code.Calli => "uses a delegate or function pointer, whose target nobody knows",
        Code.Localloc => "allocates: stackalloc",
        _ => null,
    };

    /// <summary>Cost of a call that leaves the firmware.</summary>
    /// <returns>False where nobody declared one.</returns>
    public static bool TryGetOutsideCost(MethodReference called, out long instructionCount) =>
        Outside.TryGetValue(Names.Of(called), out instructionCount);

    /// <summary>The call runs a delegate.</summary>
    public static bool IsDelegate(TypeReference type) =>
        type.Resolve()?.BaseType is { FullName: "System.MulticastDelegate" };

    private static bool IsStruct(TypeReference type) =>
        type is { IsValueType: true, IsPrimitive: false } && type.Resolve() is { IsEnum: false };
}
