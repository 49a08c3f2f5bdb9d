using Mono.Cecil.Cil;

namespace IqosDevice.Repository.Tests.Constructs;

/// <summary>Which string literals can lie on top of the stack where an instruction takes its last argument.</summary>
internal sealed class StringSource
{
    private readonly MethodBody body;
    private readonly HashSet<Instruction> seen = [];
    private readonly List<string> literals = [];

    private StringSource(MethodBody body) => this.body = body;

    /// <summary>
    /// Every literal that can arrive, over both arms of a choice and through local variables; null where something
    /// else than a literal can.
    /// </summary>
    public static IReadOnlyList<string>? LiteralsOrNull(MethodBody body, Instruction consumer)
    {
        var source = new StringSource(body);
        return source.OnlyLiteralsBefore(consumer) ? source.literals : null;
    }

    private bool OnlyLiteralsBefore(Instruction consumer) => !seen.Add(consumer) || Predecessors(consumer).All(IsLiteral);

    private bool IsLiteral(Instruction instruction)
    {
        if (instruction.Operand is string literal)
        {
            literals.Add(literal);
            return true;
        }

        if (instruction.OpCode.Code is Code.Nop or Code.Br or Code.Br_S)
        {
            return OnlyLiteralsBefore(instruction);
        }

        return Local(instruction, "ldloc") is { } variable
            && body.Instructions.Where(item => Local(item, "stloc") == variable).All(OnlyLiteralsBefore);
    }

    /// <summary>What can run just before: the instruction above, unless it leaves for elsewhere, and what jumps here.</summary>
    private IEnumerable<Instruction> Predecessors(Instruction instruction)
    {
        var jumps = body.Instructions.Where(item => item.Operand == instruction);
        var above = instruction.Previous;
        return above is null || above.OpCode.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw
            ? jumps
            : jumps.Append(above);
    }

    /// <summary>Index of the local variable that a load or a store names; null for other instructions.</summary>
    private static int? Local(Instruction instruction, string kind) => instruction.OpCode.Name.Split('.') switch
    {
        [var name, ..] when !string.Equals(name, kind, StringComparison.Ordinal) => null,
        [_, var index] when int.TryParse(index, out var number) => number,
        _ => ((VariableDefinition)instruction.Operand).Index,
    };
}
