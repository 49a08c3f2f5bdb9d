using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>
/// Translates one method: a basic block of IL becomes a label and statements, an instruction an expression or a statement.
/// What carries on is in files of its own: instructions in <see cref="Arithmetic"/>, <see cref="Comparisons"/> and
/// <see cref="Conversions"/>, the stack in <see cref="EvaluationStack"/>.
/// </summary>
internal sealed partial class MethodWriter
{
    private readonly MethodDefinition method;
    private readonly CodeTranslation code;
    private readonly List<string> lines = [];
    private readonly Dictionary<Instruction, string> labels = [];
    private readonly Dictionary<Instruction, StackType[]> entries = [];
    private readonly HashSet<object> shared = [];
    private readonly EvaluationStack stack;
    private bool reachable = true;

    private MethodWriter(MethodDefinition method, CodeTranslation code)
    {
        this.method = method;
        this.code = code;
        stack = new EvaluationStack(line => lines.Add("    " + line));
    }

    /// <summary>The head of a function, without what ends it.</summary>
    public static string HeadOf(MethodDefinition method, CodeTranslation code)
    {
        List<string> parameters =
            [.. method.Parameters.Select(parameter => $"{code.Types.Of(parameter.ParameterType)} {CNames.OfParameter(parameter)}")];
        if (method.HasThis)
        {
            parameters.Insert(0, $"{code.Types.Of(method.DeclaringType)} self");
        }

        string list = parameters.Count == 0 ? "void" : string.Join(", ", parameters).Replace("* ", "*");
        return $"static {code.Types.Of(method.ReturnType)} {code.Names.OfMethod(method)}({list})".Replace("* ", "*");
    }

    /// <summary>The whole function.</summary>
    /// <exception cref="UntranslatableException">It does what has no translation.</exception>
    public static string Write(MethodDefinition method, CodeTranslation code)
    {
        if (!method.HasBody || method.Body.HasExceptionHandlers)
        {
            throw new UntranslatableException("no body, or one with a try block");
        }

        var writer = new MethodWriter(method, code);
        method.Body.SimplifyMacros();
        writer.FindLabels();
        foreach (Instruction instruction in method.Body.Instructions)
        {
            writer.Begin(instruction);
            if (writer.reachable)
            {
                writer.Write(instruction);
            }
        }

        return string.Join('\n', [HeadOf(method, code), "{", .. writer.Declarations(), .. writer.lines, "}", string.Empty]);
    }

    private void FindLabels()
    {
        foreach (Instruction instruction in method.Body.Instructions)
        {
            Instruction[] targets = instruction.Operand switch { Instruction one => [one], Instruction[] many => many, _ => [] };
            foreach (Instruction target in targets)
            {
                labels.TryAdd(target, string.Empty);
            }

            if (instruction.OpCode.Code is Code.Ldloca or Code.Ldarga)
            {
                shared.Add(instruction.Operand);
            }
        }

        int number = 0;
        foreach (Instruction target in method.Body.Instructions.Where(labels.ContainsKey))
        {
            labels[target] = $"L{++number}";
        }
    }

    private IEnumerable<string> Declarations()
    {
        foreach (VariableDefinition variable in method.Body.Variables)
        {
            yield return $"    {code.Types.Of(variable.VariableType)} {CNames.OfVariable(method, variable)} = 0;".Replace("* ", "*");
        }

        foreach ((string name, string type) in stack.Places)
        {
            yield return $"    {type} {name};".Replace("* ", "*");
        }
    }

    /// <summary>Where a branch leads here, a block begins; what runs into it from above brings the same stack.</summary>
    private void Begin(Instruction instruction)
    {
        if (!labels.TryGetValue(instruction, out string? label))
        {
            return;
        }

        if (reachable)
        {
            Leave(instruction);
        }

        lines.Add($"{label}:;");
        reachable = true;

        // Nothing is on the stack where only branches from below lead (ECMA-335, III.1.7.5).
        stack.Restore(entries.GetValueOrDefault(instruction, []));
    }

    /// <summary>Hands the stack over to a block.</summary>
    private void Leave(Instruction target)
    {
        stack.Flush();
        if (!entries.TryAdd(target, stack.Types) && !entries[target].Select(KindOf).SequenceEqual(stack.Types.Select(KindOf)))
        {
            throw UntranslatableException.At(target, "ways with different stacks meet here");
        }

        static StackKind KindOf(StackType type) => type.Kind;
    }

    private void Jump(Instruction instruction, StackValue? condition = null)
    {
        var target = (Instruction)instruction.Operand;
        bool isOverwritten = condition is not null && stack.Types.Length > 0 && condition.Reads.HasFlag(Reads.Places);
        StackValue? kept = isOverwritten ? stack.Keep(condition!) : condition;
        Leave(target);
        Statement(kept is null ? $"goto {labels[target]};" : $"if ({kept.Bare}) goto {labels[target]};");
        reachable = condition is not null;
    }

    private void JumpByNumber(Instruction instruction)
    {
        StackValue number = stack.Keep(stack.Pop());
        var targets = (Instruction[])instruction.Operand;
        Array.ForEach(targets, Leave);
        Statement($"switch ({number.Text})");
        Statement("{");
        for (int i = 0; i < targets.Length; i++)
        {
            Statement($"    case {i}: goto {labels[targets[i]]};");
        }

        Statement("}");
    }

    private void Statement(string text) => lines.Add("    " + text);
}
