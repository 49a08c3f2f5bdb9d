using IqosDevice.Repository.Tests.Compiled;
using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Constructs.Rules;

/// <summary>
/// Many holders share a process, so nothing that changes may be static: constants, and read-only tables of simple values,
/// are all. A lambda that captures nothing is kept in a static field by the compiler and is caught here too.
/// </summary>
internal sealed class MutableStaticRule : ICodeRule
{
    public IEnumerable<Violation> Check(TypeDefinition outermost) =>
        from type in CompiledCode.WithNested(outermost)
        from field in type.Fields
        where field.IsStatic && !field.IsLiteral && !(field.IsInitOnly && IsSimple(field.FieldType))
        select new Violation(field.FullName, field.IsInitOnly ? "static object" : "mutable static field");

    /// <summary>A number, a character, a truth value, an enum, a string, or an array of these.</summary>
    private static bool IsSimple(TypeReference type) => type switch
    {
        ArrayType array => IsSimple(array.ElementType),
        TypeSpecification => false,
        _ => type.IsPrimitive || type.FullName is "System.String" || type.Resolve() is { IsEnum: true },
    };
}
