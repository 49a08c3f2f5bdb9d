using IqosDevice.Repository.Tests.Compiled;
using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Constructs.Rules;

/// <summary>The device's library lacks the marker that <c>volatile</c> needs.</summary>
internal sealed class VolatileRule : ICodeRule
{
    public IEnumerable<Violation> Check(TypeDefinition outermost) =>
        from type in CompiledCode.WithNested(outermost)
        from field in type.Fields
        where field.FieldType is RequiredModifierType
        select new Violation(field.FullName, "volatile field");
}
