using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>The code does what has no translation into C; the message names the method, and the instruction or the type.</summary>
internal sealed class UntranslatableException(string message) : NotSupportedException(message)
{
    public static UntranslatableException At(Instruction instruction, string why) => new($"{instruction}: {why}");

    /// <summary>The same, with the method in front.</summary>
    public UntranslatableException In(MethodDefinition method) => new($"{method.FullName}: {Message}");
}
