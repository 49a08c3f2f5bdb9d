using Mono.Cecil;

namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>Which class stands behind an interface or a base: calls are translated where there is only one.</summary>
internal sealed class Implementers(ModuleDefinition module)
{
    /// <summary>The only class that can be instantiated and is, derives from or implements a type; null for none or several.</summary>
    public TypeDefinition? SoleOf(TypeDefinition type)
    {
        TypeDefinition[] classes =
            [.. module.GetTypes().Where(candidate => candidate is { IsClass: true, IsAbstract: false } && Is(candidate, type))];
        return classes.Length == 1 ? classes[0] : null;
    }

    /// <summary>The method that a call ends in; null where several can be meant.</summary>
    public MethodDefinition? TargetOf(MethodDefinition called)
    {
        if (!called.IsVirtual || called.IsFinal || called.DeclaringType.IsSealed)
        {
            return called;
        }

        for (TypeDefinition? type = SoleOf(called.DeclaringType); type is not null; type = type.BaseType?.Resolve())
        {
            if (type.Methods.FirstOrDefault(method => IsBodyOf(method, called)) is { } body)
            {
                return body;
            }
        }

        return null;
    }

    private static bool Is(TypeDefinition candidate, TypeDefinition type)
    {
        for (TypeDefinition? current = candidate; current is not null; current = current.BaseType?.Resolve())
        {
            if (current == type || current.Interfaces.Any(each => each.InterfaceType.Resolve() == type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBodyOf(MethodDefinition method, MethodDefinition called) =>
        !method.IsAbstract && (method.Overrides.Any(item => item.Resolve() == called)
            || (method.Name == called.Name && method.IsVirtual && method.Parameters.Select(static parameter => parameter.ParameterType.FullName)
                .SequenceEqual(called.Parameters.Select(static parameter => parameter.ParameterType.FullName), StringComparer.Ordinal)));
}
