using IqosDevice.Repository.Tests.Compiled;
using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Constructs.Rules;

/// <summary>On the device <c>checked</c> never throws: what overflows, wraps.</summary>
internal sealed class CheckedArithmeticRule : ICodeRule
{
    public IEnumerable<Violation> Check(TypeDefinition outermost) =>
        from method in Uses.Bodies(outermost)
        from instruction in method.Body.Instructions
        where instruction.OpCode.Name.Contains(".ovf", StringComparison.Ordinal)
        select new Violation(method.FullName, $"checked arithmetic ({instruction.OpCode.Name})");
}
