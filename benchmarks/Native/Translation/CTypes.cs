using Mono.Cecil;

namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>Types in C: numbers by their size, classes as pointers to structures, arrays as pointers to length and elements.</summary>
internal sealed class CTypes(CNames names, Implementers implementers)
{
    private readonly SortedDictionary<string, string> arrays = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, TypeDefinition> structures = new(StringComparer.Ordinal);

    /// <summary>Array types that were met: structure and type of an element.</summary>
    public IReadOnlyDictionary<string, string> Arrays => arrays;

    /// <summary>Classes that were met, by the names of their structures.</summary>
    public IReadOnlyDictionary<string, TypeDefinition> Structures => structures;

    /// <summary>Type of a field, a variable, a parameter or a result.</summary>
    /// <exception cref="UntranslatableException">It has no translation.</exception>
    public string Of(TypeReference type) => type switch
    {
        ByReferenceType reference => Of(reference.ElementType) + " *",
        ArrayType { Rank: 1 } array => $"struct {ArrayOf(array)} *",
        IModifierType modified => Of(modified.ElementType),
        _ => OfPlain(type),
    };

    /// <summary>Type of the same on the evaluation stack.</summary>
    public StackType OnStack(TypeReference type) => OnStack(Of(type));

    /// <inheritdoc cref="OnStack(TypeReference)"/>
    public static StackType OnStack(string cType) => cType switch
    {
        "bool" or "int8_t" or "uint8_t" or "int16_t" or "uint16_t" or "int32_t" or "uint32_t" => StackType.Int32,
        "int64_t" or "uint64_t" => StackType.Int64,
        "float" => StackType.Single,
        "double" => StackType.Double,
        var pointer => new StackType(StackKind.Pointer, pointer),
    };

    /// <summary>An expression of a field's or a variable's type as the evaluation stack sees it: without a sign there is none.</summary>
    public static StackValue Load(string text, string cType, Reads reads) => cType switch
    {
        "uint32_t" or "uint64_t" => new StackValue($"(({OnStack(cType).CName}){text})", OnStack(cType), reads),
        _ => new StackValue(text, OnStack(cType), reads),
    };

    private string ArrayOf(ArrayType type)
    {
        string element = Of(type.ElementType);
        string name = "array_of_" + element.Replace("struct ", string.Empty).Replace(" *", "_p");
        arrays[name] = element;
        return name;
    }

    /// <summary>Type of a number, a truth value or a character.</summary>
    public static string OfPrimitive(TypeCode type) => type switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.SByte => "int8_t",
        TypeCode.Byte => "uint8_t",
        TypeCode.Int16 => "int16_t",
        TypeCode.UInt16 or TypeCode.Char => "uint16_t",
        TypeCode.Int32 => "int32_t",
        TypeCode.UInt32 => "uint32_t",
        TypeCode.Int64 => "int64_t",
        TypeCode.UInt64 => "uint64_t",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        _ => throw new UntranslatableException($"{type} has no translation."),
    };

    private string OfPlain(TypeReference type) => type.MetadataType switch
    {
        MetadataType.Void => "void",
        MetadataType.Class => OfClass(type.Resolve()),
        MetadataType.ValueType when type.Resolve() is { IsEnum: true } enumeration =>
            Of(enumeration.Fields.First(static field => !field.IsStatic).FieldType),
        _ when type.IsPrimitive && Enum.TryParse(type.Name, out TypeCode code) => OfPrimitive(code),
        _ => throw new UntranslatableException($"{type.FullName} has no translation."),
    };

    private string OfClass(TypeDefinition type)
    {
        TypeDefinition real = type.IsInterface || type.IsAbstract ? implementers.SoleOf(type) ?? type : type;
        if (real.BaseType is { FullName: not "System.Object" })
        {
            throw new UntranslatableException($"{real.FullName} derives from {real.BaseType.FullName}: bases have no translation.");
        }

        string name = names.OfType(real);
        structures[name] = real;
        return $"struct {name} *";
    }
}
