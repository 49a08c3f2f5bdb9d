using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Compiled;

/// <summary>
/// Readable names of members, the same whether they come from IL or from a listing:
/// <c>System.Device.Gpio.GpioPin.Write(System.Device.Gpio.PinValue) -> void</c>, <c>System.String.Length.get -> int</c>,
/// <c>System.Exception.Exception(string) -> void</c>, <c>System.Device.Gpio.GpioPin</c> for a type.
/// </summary>
internal static class Names
{
    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["System.Void"] = "void",
        ["System.Object"] = "object",
        ["System.String"] = "string",
        ["System.Boolean"] = "bool",
        ["System.Char"] = "char",
        ["System.SByte"] = "sbyte",
        ["System.Byte"] = "byte",
        ["System.Int16"] = "short",
        ["System.UInt16"] = "ushort",
        ["System.Int32"] = "int",
        ["System.UInt32"] = "uint",
        ["System.Int64"] = "long",
        ["System.UInt64"] = "ulong",
        ["System.Single"] = "float",
        ["System.Double"] = "double",
    };

    /// <summary>A type as a member's owner: the full name, nested types after a dot.</summary>
    public static string OfOwner(TypeReference type) => type.GetElementType().FullName.Replace('/', '.');

    /// <summary>A type in a signature: C#'s keyword where there is one.</summary>
    public static string InSignature(TypeReference type) => type switch
    {
        ArrayType array => $"{InSignature(array.ElementType)}[{new string(',', array.Rank - 1)}]",
        ByReferenceType reference => "ref " + InSignature(reference.ElementType),
        PointerType pointer => InSignature(pointer.ElementType) + "*",
        IModifierType modified => InSignature(modified.ElementType),
        GenericInstanceType generic => $"{OfOwner(generic)}<{string.Join(',', generic.GenericArguments.Select(InSignature))}>",
        _ => Keywords.GetValueOrDefault(type.FullName, type.FullName.Replace('/', '.')),
    };

    public static string Of(FieldReference field) =>
        $"{OfOwner(field.DeclaringType)}.{field.Name} -> {InSignature(field.FieldType)}";

    public static string Of(MethodReference method)
    {
        var owner = OfOwner(method.DeclaringType);
        var parameters = method.Parameters.Select(parameter => InSignature(parameter.ParameterType)).ToArray();
        var result = InSignature(method.ReturnType);
        return method.Name switch
        {
            ".ctor" => $"{owner}.{SimpleName(owner)}({string.Join(',', parameters)}) -> void",
            var name when name.StartsWith("get_", StringComparison.Ordinal) => Getter(owner, name[4..], parameters, result),
            var name when name.StartsWith("set_", StringComparison.Ordinal) => Setter(owner, name[4..], parameters),
            var name when name.StartsWith("add_", StringComparison.Ordinal) =>
                $"{owner}.{name[4..]}.add({parameters[0]}) -> void",
            var name when name.StartsWith("remove_", StringComparison.Ordinal) =>
                $"{owner}.{name[7..]}.remove({parameters[0]}) -> void",
            var name => $"{owner}.{name}({string.Join(',', parameters)}) -> {result}",
        };
    }

    /// <summary>The last part of a full name.</summary>
    public static string SimpleName(string fullName) => fullName[(fullName.LastIndexOf('.') + 1)..];

    private static string Getter(string owner, string name, string[] indexes, string result) => indexes.Length == 0
        ? $"{owner}.{name}.get -> {result}"
        : $"{owner}.this[{string.Join(',', indexes)}].get -> {result}";

    private static string Setter(string owner, string name, string[] parameters) => parameters.Length == 1
        ? $"{owner}.{name}.set({parameters[0]}) -> void"
        : $"{owner}.this[{string.Join(',', parameters[..^1])}].set({parameters[^1]}) -> void";
}
