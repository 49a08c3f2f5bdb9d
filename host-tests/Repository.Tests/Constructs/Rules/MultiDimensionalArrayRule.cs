using IqosDevice.Repository.Tests.Compiled;
using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Constructs.Rules;

/// <summary>Arrays of more than one dimension crash the device; arrays of arrays are fine.</summary>
internal sealed class MultiDimensionalArrayRule : ICodeRule
{
    public IEnumerable<Violation> Check(TypeDefinition outermost) =>
        from use in Uses.Of(outermost)
        where IsMultiDimensional(use.Target as TypeReference ?? use.Target.DeclaringType)
        select new Violation(use.Where, "multi-dimensional array");

    private static bool IsMultiDimensional(TypeReference? type) =>
        type is ArrayType { Rank: > 1 }
        || (type is TypeSpecification specification && IsMultiDimensional(specification.ElementType));
}
