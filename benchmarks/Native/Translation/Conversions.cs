using Mono.Cecil.Cil;

namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>
/// The conversion instructions. From floating point they saturate, and NaN gives 0; to 8 and 16 bits they go by way of
/// 32, as .NET does.
/// </summary>
internal static class Conversions
{
    /// <summary>The converted value; null where the instruction is another.</summary>
    public static StackValue? Of(Code code, StackValue value) => code switch
    {
        Code.Conv_I1 => To("int8_t", StackType.Int32, Whole(value)),
        Code.Conv_U1 => To("uint8_t", StackType.Int32, Whole(value)),
        Code.Conv_I2 => To("int16_t", StackType.Int32, Whole(value)),
        Code.Conv_U2 => To("uint16_t", StackType.Int32, Whole(value)),
        Code.Conv_I4 when value.Type.Kind == StackKind.Int32 => value,
        Code.Conv_I4 when value.Type.IsFloat => Cast("i4", value),
        Code.Conv_I4 => To("int32_t", StackType.Int32, value),
        Code.Conv_U4 when value.Type.Kind == StackKind.Int32 => value,
        Code.Conv_U4 when value.Type.IsFloat => To("int32_t", StackType.Int32, Cast("u4", value)),
        Code.Conv_U4 => To("int32_t", StackType.Int32, value),
        Code.Conv_I8 or Code.Conv_U8 when value.Type.Kind == StackKind.Int64 => value,
        Code.Conv_I8 when value.Type.IsFloat => Cast("i8", value),
        Code.Conv_I8 => To("int64_t", StackType.Int64, value),
        Code.Conv_U8 when value.Type.IsFloat => To("int64_t", StackType.Int64, Cast("u8", value)),
        Code.Conv_U8 => To("int64_t", StackType.Int64, To("uint32_t", StackType.Int32, value)),
        Code.Conv_R4 when value.Type.Kind == StackKind.Single => value,
        Code.Conv_R4 => To("float", StackType.Single, value),
        Code.Conv_R8 when value.Type.Kind == StackKind.Double => value,
        Code.Conv_R8 => To("double", StackType.Double, value),
        Code.Conv_R_Un => To("double", StackType.Double, To(value.Type.Kind == StackKind.Int64 ? "uint64_t" : "uint32_t", value.Type, value)),
        _ => null,
    };

    private static StackValue Whole(StackValue value) => value.Type.IsFloat ? Cast("i4", value) : value;

    private static StackValue To(string cType, StackType type, StackValue value) => StackValue.Of($"(({cType}){value.Text})", type, value);

    private static StackValue Cast(string target, StackValue value) => StackValue.Of(
        $"{target}_of_{value.Type.Suffix}({value.Bare})", target.EndsWith('8') ? StackType.Int64 : StackType.Int32, value);
}
