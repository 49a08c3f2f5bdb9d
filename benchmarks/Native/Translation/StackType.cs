namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>What IL's evaluation stack tells apart (ECMA-335, III.1.1), with both sizes of floating point.</summary>
internal enum StackKind
{
    Int32,
    Int64,
    Single,
    Double,
    Pointer,
}

/// <summary>Type of a value on the evaluation stack.</summary>
/// <param name="Kind">What the instructions tell apart.</param>
/// <param name="CName">The type in C.</param>
internal readonly record struct StackType(StackKind Kind, string CName)
{
    public static StackType Int32 { get; } = new(StackKind.Int32, "int32_t");

    public static StackType Int64 { get; } = new(StackKind.Int64, "int64_t");

    public static StackType Single { get; } = new(StackKind.Single, "float");

    public static StackType Double { get; } = new(StackKind.Double, "double");

    public bool IsInteger => Kind is StackKind.Int32 or StackKind.Int64;

    public bool IsFloat => Kind is StackKind.Single or StackKind.Double;

    /// <summary>As in the names of the functions of il.h.</summary>
    public string Suffix => Kind switch
    {
        StackKind.Int32 => "i4",
        StackKind.Int64 => "i8",
        StackKind.Single => "r4",
        StackKind.Double => "r8",
        _ => "p",
    };
}
