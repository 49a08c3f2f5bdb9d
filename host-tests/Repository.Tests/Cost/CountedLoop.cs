using Mono.Cecil.Cil;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>
/// Reads from IL how often a loop turns, where it is of the form <c>for (int i = 0; i &lt; CONSTANT; i++)</c>: so that a
/// constant that is raised cannot leave its declared bound behind.
/// </summary>
internal static class CountedLoop
{
    /// <summary>The constant; null where the loop has another form, or two numbers that it could be.</summary>
    public static long? TurnsOf(FlowGraph graph, Loop loop)
    {
        var inside = loop.Body.Order().Select(index => graph.Instructions[index]).ToList();
        var limits = inside.Where(item => LimitOf(item) is not null).Select(item => (Counter: CounterOf(item), Limit: LimitOf(item)))
            .Where(found => found.Counter is not null && IsCounter(found.Counter.Value, graph, inside)).ToList();
        return limits.Count == 1 ? limits[0].Limit : null;
    }

    /// <summary>The constant in "counter &lt; constant, then go on".</summary>
    private static long? LimitOf(Instruction instruction) =>
        instruction.OpCode.Code is Code.Blt or Code.Blt_S ? Constant(instruction.Previous) : null;

    private static int? CounterOf(Instruction branch) => Loaded(branch.Previous?.Previous);

    /// <summary>Starts from 0 outside of the loop, and grows by one inside at one place.</summary>
    private static bool IsCounter(int local, FlowGraph graph, List<Instruction> inside)
    {
        var stores = graph.Instructions.Where(item => Stored(item) == local).ToList();
        var steps = stores.Where(inside.Contains).ToList();
        return stores.Count == 2 && steps.Count == 1
            && Constant(stores.Single(item => item != steps[0]).Previous) == 0
            && steps[0].Previous.OpCode.Code == Code.Add
            && Constant(steps[0].Previous.Previous) == 1
            && Loaded(steps[0].Previous.Previous.Previous) == local;
    }

    private static long? Constant(Instruction? instruction) => instruction?.OpCode.Code switch
    {
        >= Code.Ldc_I4_0 and <= Code.Ldc_I4_8 => instruction.OpCode.Code - Code.Ldc_I4_0,
        Code.Ldc_I4_S => (sbyte)instruction.Operand,
        Code.Ldc_I4 => (int)instruction.Operand,
        _ => null,
    };

    private static int? Loaded(Instruction? instruction) => instruction?.OpCode.Code switch
    {
        >= Code.Ldloc_0 and <= Code.Ldloc_3 => instruction.OpCode.Code - Code.Ldloc_0,
        Code.Ldloc_S or Code.Ldloc => ((VariableDefinition)instruction.Operand).Index,
        _ => null,
    };

    private static int? Stored(Instruction instruction) => instruction.OpCode.Code switch
    {
        >= Code.Stloc_0 and <= Code.Stloc_3 => instruction.OpCode.Code - Code.Stloc_0,
        Code.Stloc_S or Code.Stloc => ((VariableDefinition)instruction.Operand).Index,
        _ => null,
    };
}
