namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>What an expression reads, and what may change before it is used.</summary>
[Flags]
internal enum Reads
{
    Nothing = 0,

    /// <summary>Variables and parameters.</summary>
    Variables = 1,

    /// <summary>Fields and elements, and variables whose address was taken.</summary>
    Memory = 2,

    /// <summary>Variables in which values pass from one basic block to the next.</summary>
    Places = 4,
}

/// <summary>A value on the evaluation stack, as the C expression that computes it; it never has side effects.</summary>
/// <param name="Text">The expression, in parentheses where another operator could tear it apart.</param>
/// <param name="Type">Its type.</param>
/// <param name="Reads">What it depends on.</param>
internal sealed record StackValue(string Text, StackType Type, Reads Reads)
{
    /// <summary>The expression without the parentheses around all of it.</summary>
    public string Bare => Text.StartsWith('(') && ClosingOf(Text) == Text.Length - 1 ? Text[1..^1] : Text;

    /// <summary>The same text as an expression of several parts.</summary>
    public static StackValue Of(string text, StackType type, params ReadOnlySpan<StackValue> parts)
    {
        Reads reads = Reads.Nothing;
        foreach (StackValue part in parts)
        {
            reads |= part.Reads;
        }

        return new StackValue(text, type, reads);
    }

    private static int ClosingOf(string text)
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
