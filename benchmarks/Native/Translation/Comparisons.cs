using Mono.Cecil.Cil;

namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>
/// Instructions that compare, as conditions in C. Those with <c>.un</c> compare integers without a sign, and are true
/// for floating point where a side is NaN.
/// </summary>
internal static class Comparisons
{
    /// <summary>The condition; null where the instruction is another.</summary>
    public static StackValue? Of(Code code, StackValue left, StackValue right) => code switch
    {
        Code.Ceq or Code.Beq => Plain("==", left, right),
        Code.Bne_Un => Plain("!=", left, right),
        Code.Cgt or Code.Bgt => Plain(">", left, right),
        Code.Clt or Code.Blt => Plain("<", left, right),
        Code.Bge => Plain(">=", left, right),
        Code.Ble => Plain("<=", left, right),
        Code.Cgt_Un or Code.Bgt_Un => Unsigned(">", "<=", left, right),
        Code.Clt_Un or Code.Blt_Un => Unsigned("<", ">=", left, right),
        Code.Bge_Un => Unsigned(">=", "<", left, right),
        Code.Ble_Un => Unsigned("<=", ">", left, right),
        _ => null,
    };

    /// <summary>The condition of a branch that looks whether a value is there.</summary>
    public static StackValue OfBranch(StackValue value, bool whereTrue) =>
        whereTrue ? value : StackValue.Of($"(!{value.Text})", StackType.Int32, value);

    private static StackValue Plain(string sign, StackValue left, StackValue right) =>
        left.Type.Kind == StackKind.Pointer
            ? Condition($"((void *){left.Text} {sign} (void *){right.Text})", left, right)
            : Condition($"({left.Text} {sign} {right.Text})", left, right);

    private static StackValue Unsigned(string sign, string opposite, StackValue left, StackValue right) => left.Type.Kind switch
    {
        StackKind.Int32 => Condition($"((uint32_t){left.Text} {sign} (uint32_t){right.Text})", left, right),
        StackKind.Int64 => Condition($"((uint64_t){left.Text} {sign} (uint64_t){right.Text})", left, right),

        // "Greater than null" is how compilers ask whether a reference is there.
        StackKind.Pointer => Plain("!=", left, right),
        _ => Condition($"(!({left.Text} {opposite} {right.Text}))", left, right),
    };

    private static StackValue Condition(string text, StackValue left, StackValue right) =>
        StackValue.Of(text, StackType.Int32, left, right);
}
