using IqosDevice.Repository.Tests.Compiled;
using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Members;

/// <summary>The types and members outside the firmware that the firmware uses, by their canonical names.</summary>
internal static class MembersInUse
{
    /// <summary>Each use of each external type and member; a violation's <c>What</c> is the canonical name.</summary>
    public static IEnumerable<Violation> Find(ModuleDefinition module) =>
        CompiledCode.FirmwareTypes(module).SelectMany(Find);

    /// <summary>The same for one type and the types nested in it.</summary>
    public static IEnumerable<Violation> Find(TypeDefinition outermost) => Uses.Of(outermost).SelectMany(Expand);

    private static IEnumerable<Violation> Expand(Use use)
    {
        var names = use.Target switch
        {
            TypeReference type => OfType(type),
            MethodReference method => OfMethod(method),
            FieldReference field => IsExternal(field.DeclaringType) ? [Names.OfOwner(field.DeclaringType), Names.Of(field)] : [],
            _ => [],
        };
        return names.Where(name => name is not "System.Void").Select(name => new Violation(use.Where, name));
    }

    private static IEnumerable<string> OfType(TypeReference type) =>
        Uses.Elements(type).Where(IsExternal).Select(Names.OfOwner).Select(CompilerInserted.DeviceName);

    private static IEnumerable<string> OfMethod(MethodReference method)
    {
        var owner = method.DeclaringType;
        var types = OfType(owner);
        // A delegate's constructor and Invoke come with its type; an array's accessors with the language.
        return owner is ArrayType || !IsExternal(owner.GetElementType()) || IsDelegate(owner)
            ? types
            : types.Append(CompilerInserted.DeviceName(Names.Of(method.GetElementMethod())));
    }

    private static bool IsDelegate(TypeReference type) =>
        type.Resolve()?.BaseType is { FullName: "System.MulticastDelegate" };

    /// <summary>Neither the firmware's own nor made by the compiler (those types have no namespace).</summary>
    private static bool IsExternal(TypeReference type)
    {
        var outermost = type;
        while (outermost.DeclaringType is not null)
        {
            outermost = outermost.DeclaringType;
        }

        return outermost.Namespace.Length != 0
            && !CompiledCode.IsInNamespace(outermost.Namespace, "IqosDevice.Firmware");
    }
}
