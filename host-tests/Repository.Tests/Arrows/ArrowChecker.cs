using IqosDevice.Repository.Tests.Compiled;
using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Arrows;

/// <summary>Holds what types refer to against the table of layers.</summary>
internal static class ArrowChecker
{
    /// <summary>References of the assembly's types that go against the arrows, and types that belong to no layer.</summary>
    public static IEnumerable<Violation> Check(ModuleDefinition module) =>
        module.Types.Where(IsOurs).SelectMany(CheckType).Distinct();

    /// <summary>Written here, rather than made by the compiler or standing in for a type of the runtime.</summary>
    private static bool IsOurs(TypeDefinition type) =>
        CompiledCode.IsInNamespace(type.Namespace, "IqosDevice") || LayerOf(type.Namespace) is not null;

    private static IEnumerable<Violation> CheckType(TypeDefinition type)
    {
        var layer = LayerOf(type.Namespace);
        if (layer is null)
        {
            return [new(type.FullName, "belongs to no layer of the table")];
        }

        return from use in Uses.Of(type)
               from target in Uses.Elements(use.Target as TypeReference ?? use.Target.DeclaringType)
               let space = NamespaceOf(target)
               where IsForbidden(layer, space)
               select new Violation(type.FullName, $"{layer.Name} must not know {space}");
    }

    private static bool IsForbidden(Layer layer, string space)
    {
        var target = LayerOf(space);
        return target is null
            ? Array.Exists(layer.MustNotKnow, closed => CompiledCode.IsInNamespace(space, closed))
            : target != layer && !layer.MayKnow.Contains(target.Name, StringComparer.Ordinal);
    }

    private static Layer? LayerOf(string space) =>
        ArrowTable.Layers.FirstOrDefault(layer =>
            Array.Exists(layer.Namespaces, item => CompiledCode.IsInNamespace(space, item)));

    private static string NamespaceOf(TypeReference type)
    {
        var outermost = type;
        while (outermost.DeclaringType is not null)
        {
            outermost = outermost.DeclaringType;
        }

        return outermost.Namespace;
    }
}
