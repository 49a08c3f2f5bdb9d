using IqosDevice.Repository.Tests.Compiled;
using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Constructs.Rules;

/// <summary><c>yield</c> and <c>async</c>: the compiler makes them into classes that the device has no types for.</summary>
internal sealed class StateMachineRule : ICodeRule
{
    private const string AttributeBase = "System.Runtime.CompilerServices.StateMachineAttribute";

    public IEnumerable<Violation> Check(TypeDefinition outermost) =>
        from type in CompiledCode.WithNested(outermost)
        from method in type.Methods
        from attribute in method.CustomAttributes
        where attribute.AttributeType.Resolve()?.BaseType is { FullName: AttributeBase }
        select new Violation(method.FullName, $"state machine ({attribute.AttributeType.Name})");
}
