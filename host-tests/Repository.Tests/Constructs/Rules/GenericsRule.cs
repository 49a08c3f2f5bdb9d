using IqosDevice.Repository.Tests.Compiled;
using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Constructs.Rules;

/// <summary>
/// Own generic types and methods, and instances of any: <c>Func</c> and <c>Action&lt;T&gt;</c>, <c>Nullable</c>, tuples,
/// <c>List</c>, LINQ and <c>Span</c> are all of this kind. The device's runtime has none of them.
/// </summary>
internal sealed class GenericsRule : ICodeRule
{
    public IEnumerable<Violation> Check(TypeDefinition outermost)
    {
        foreach (var type in CompiledCode.WithNested(outermost))
        {
            if (type.HasGenericParameters)
            {
                yield return new(type.FullName, "generic type");
            }

            foreach (var method in type.Methods.Where(method => method.HasGenericParameters))
            {
                yield return new(method.FullName, "generic method");
            }
        }

        foreach (var use in Uses.Of(outermost))
        {
            if (Instance(use.Target) is { } generic)
            {
                yield return new(use.Where, $"instance of generic {generic}");
            }
        }
    }

    private static string? Instance(MemberReference target) => target switch
    {
        TypeReference type => InstanceType(type),
        MethodReference method when CompilerInserted.IsInterpolation(method.DeclaringType) => null,
        GenericInstanceMethod method => Names.OfOwner(method.DeclaringType) + "." + method.Name,
        _ => target.DeclaringType is null ? null : InstanceType(target.DeclaringType),
    };

    private static string? InstanceType(TypeReference type) => type switch
    {
        GenericInstanceType generic => Names.OfOwner(generic),
        TypeSpecification specification => InstanceType(specification.ElementType),
        _ => null,
    };
}
