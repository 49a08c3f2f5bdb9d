using IqosDevice.Repository.Tests.Compiled;
using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Constructs.Rules;

/// <summary>A method with a body in an interface fails on the device with a wrong-type error.</summary>
internal sealed class DefaultInterfaceMethodRule : ICodeRule
{
    public IEnumerable<Violation> Check(TypeDefinition outermost) =>
        from type in CompiledCode.WithNested(outermost)
        where type.IsInterface
        from method in type.Methods
        where method.HasBody || method.IsStatic
        select new Violation(method.FullName, "interface member with a body");
}
