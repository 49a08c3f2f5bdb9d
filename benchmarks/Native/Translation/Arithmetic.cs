using Mono.Cecil.Cil;

namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>Instructions that compute one number from one or two (ECMA-335, III.1.5): those that C leaves open are functions of il.h.</summary>
internal static class Arithmetic
{
    /// <summary>A number from two; null where the instruction is another.</summary>
    public static StackValue? Of(Code code, StackValue left, StackValue right) => code switch
    {
        Code.Add => Wrapping("add", "+", left, right),
        Code.Sub => Wrapping("sub", "-", left, right),
        Code.Mul => Wrapping("mul", "*", left, right),
        Code.Div => Wrapping("div", "/", left, right),
        Code.Rem => Function("rem", left, right),
        Code.Div_Un => Function("div_un", left, right),
        Code.Rem_Un => Function("rem_un", left, right),
        Code.And => Infix("&", left, right),
        Code.Or => Infix("|", left, right),
        Code.Xor => Infix("^", left, right),
        Code.Shl => Function("shl", left, right),
        Code.Shr => Function("shr", left, right),
        Code.Shr_Un => Function("shr_un", left, right),
        _ => null,
    };

    /// <summary>A number from one; null where the instruction is another.</summary>
    public static StackValue? Of(Code code, StackValue value) => code switch
    {
        Code.Neg when value.Type.IsFloat => StackValue.Of($"(-{value.Text})", value.Type, value),
        Code.Neg => StackValue.Of($"neg_{value.Type.Suffix}({value.Bare})", value.Type, value),
        Code.Not => StackValue.Of($"(~{value.Text})", value.Type, value),
        _ => null,
    };

    private static StackValue Wrapping(string function, string sign, StackValue left, StackValue right) =>
        left.Type.IsFloat ? Infix(sign, left, right) : Function(function, left, right);

    /// <summary>Of two floating-point numbers of different size the larger one decides, in C as in IL.</summary>
    private static StackType TypeOf(StackValue left, StackValue right) =>
        right.Type.Kind == StackKind.Double ? right.Type : left.Type;

    private static StackValue Infix(string sign, StackValue left, StackValue right) =>
        StackValue.Of($"({left.Text} {sign} {right.Text})", TypeOf(left, right), left, right);

    private static StackValue Function(string name, StackValue left, StackValue right)
    {
        StackType type = TypeOf(left, right);
        return StackValue.Of($"{name}_{type.Suffix}({left.Bare}, {right.Bare})", type, left, right);
    }
}
