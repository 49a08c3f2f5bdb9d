using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>Which methods of a module a call can reach.</summary>
internal sealed class Implementations
{
    private readonly List<TypeDefinition> types;

    public Implementations(ModuleDefinition module) => types = [.. module.GetTypes()];

    /// <summary>Every class that can be instantiated and is, derives from, or implements a type.</summary>
    public IEnumerable<TypeDefinition> ConcreteClassesOf(TypeDefinition type) =>
        types.Where(candidate => candidate is { IsClass: true, IsAbstract: false } && Lineage(candidate).Contains(type));

    /// <summary>The methods that a virtual call can end in, where the receiver's class is known or not.</summary>
    public IEnumerable<MethodDefinition> Of(MethodDefinition called, TypeDefinition? receiver)
    {
        var receivers = receiver is not null && Lineage(receiver).Contains(called.DeclaringType)
            ? [receiver]
            : ConcreteClassesOf(called.DeclaringType);
        return receivers.Select(type => Find(called, type)).OfType<MethodDefinition>().Distinct();
    }

    /// <summary>A class, its bases, and all their interfaces.</summary>
    private static IEnumerable<TypeDefinition> Lineage(TypeDefinition type) =>
        Bases(type).SelectMany(item => item.Interfaces.Select(each => each.InterfaceType.Resolve()).Prepend(item));

    private static IEnumerable<TypeDefinition> Bases(TypeDefinition type)
    {
        for (var current = type; current is not null; current = current.BaseType?.Resolve())
        {
            yield return current;
        }
    }

    /// <summary>The most derived body of a method in a class.</summary>
    private static MethodDefinition? Find(MethodDefinition called, TypeDefinition type) =>
        Bases(type).SelectMany(item => item.Methods).FirstOrDefault(method =>
            method.IsVirtual && !method.IsAbstract && (Matches(method, called) || method.Overrides.Any(item => item.Resolve() == called)));

    private static bool Matches(MethodDefinition method, MethodDefinition called) =>
        string.Equals(method.Name, called.Name, StringComparison.Ordinal)
        && method.Parameters.Select(parameter => parameter.ParameterType.FullName)
            .SequenceEqual(called.Parameters.Select(parameter => parameter.ParameterType.FullName), StringComparer.Ordinal);
}
