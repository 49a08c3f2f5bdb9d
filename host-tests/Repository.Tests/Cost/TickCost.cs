using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>
/// What one call of a method costs at most, with everything that it calls, in IL instructions: calls are followed,
/// virtual ones to the most expensive implementation, and loops count as often as they are declared to turn. On the
/// way it finds what a tick may not do.
/// </summary>
internal sealed class TickCost
{
    private readonly LoopBounds bounds;
    private readonly Implementations implementations;
    private readonly Dictionary<MethodDefinition, PathCost?> costs = [];
    private readonly HashSet<Violation> violations = [];

    private TickCost(ModuleDefinition module, LoopBounds bounds)
    {
        this.bounds = bounds;
        implementations = new(module);
    }

    /// <summary>The longest path.</summary>
    public PathCost Path { get; private set; } = PathCost.None;

    public IReadOnlyCollection<Violation> Violations => violations;

    /// <summary>Counts a method of a module.</summary>
    public static TickCost Of(ModuleDefinition module, string type, string method, LoopBounds bounds)
    {
        var cost = new TickCost(module, bounds);
        cost.Path = cost.CostOf(module.GetType(type).Methods.Single(item => string.Equals(item.Name, method, StringComparison.Ordinal)));
        return cost;
    }

    /// <summary>One call of a method with all that it calls, by the method's name; overloads: the most expensive.</summary>
    public IReadOnlyDictionary<string, long> TotalByMethod => costs.GroupBy(pair => NameOf(pair.Key), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Max(pair => pair.Value?.Total ?? 0), StringComparer.Ordinal);

    /// <summary>The path is longer than a limit.</summary>
    public IEnumerable<Violation> LongerThan(long instructionCount)
    {
        if (Path.Total > instructionCount)
        {
            yield return new("longest path", $"{Path.Total} IL instructions, {instructionCount} are allowed");
        }
    }

    private static string NameOf(MethodDefinition method) => $"{method.DeclaringType.FullName}.{method.Name}";

    private PathCost CostOf(MethodDefinition method)
    {
        if (costs.TryGetValue(method, out var known))
        {
            return known ?? Refuse(method, "calls itself: nobody knows how deep");
        }

        costs[method] = null;
        var cost = Count(method);
        costs[method] = cost;
        return cost;
    }

    private PathCost Count(MethodDefinition method)
    {
        foreach (var what in TickRules.OfMethod(method))
        {
            Refuse(method, what);
        }

        if (!method.HasBody || method.Body.HasExceptionHandlers)
        {
            return PathCost.None;
        }

        var graph = new FlowGraph(method);
        if (!graph.IsReducible)
        {
            return Refuse(method, "has a loop that is entered in the middle");
        }

        if (bounds.HasTooMany(NameOf(method), graph.Loops.Count))
        {
            Refuse(method, "has fewer loops than declared bounds");
        }

        return new LongestPath(
            graph,
            (index, receiver) => CostOf(method, graph.Instructions[index], receiver),
            index => TurnsOf(method, graph, index)).Compute();
    }

    private PathCost CostOf(MethodDefinition method, Instruction instruction, TypeDefinition? receiver)
    {
        var own = PathCost.Of(NameOf(method), 1);
        if (TickRules.OfInstruction(instruction) is { } what)
        {
            Refuse(method, what);
            return own;
        }

        return instruction.Operand is MethodReference called && instruction.OpCode.FlowControl == FlowControl.Call
            ? own.Plus(CostOfCall(method, called, instruction.OpCode.Code == Code.Callvirt, receiver))
            : own;
    }

    private PathCost CostOfCall(MethodDefinition caller, MethodReference called, bool isVirtual, TypeDefinition? receiver)
    {
        if (TickRules.IsDelegate(called.DeclaringType))
        {
            return Refuse(caller, "calls a delegate, whose target nobody knows");
        }

        if (called.Resolve() is not { } target || target.Module != caller.Module)
        {
            return TickRules.TryGetOutsideCost(called, out var count)
                ? PathCost.Of(called.DeclaringType.FullName + "." + called.Name, count)
                : Refuse(caller, $"calls {Compiled.Names.Of(called)}, whose cost nobody declared");
        }

        if (!isVirtual || !target.IsVirtual)
        {
            return CostOf(target);
        }

        var targets = implementations.Of(target, receiver).ToList();
        return targets.Count == 0
            ? Refuse(caller, $"calls {target.FullName}, which nobody implements")
            : targets.Select(CostOf).Aggregate(PathCost.Longer);
    }

    private List<LoopTurns> TurnsOf(MethodDefinition method, FlowGraph graph, int loop)
    {
        if (!bounds.TryFind(NameOf(method), loop, out var count, out var eachOf))
        {
            Refuse(method, $"has an unbounded loop (number {loop + 1}): declare it in loop-bounds.txt");
            return [];
        }

        if (CountedLoop.TurnsOf(graph, graph.Loops[loop]) is { } turns && turns != count)
        {
            Refuse(method, $"turns {turns} times in loop number {loop + 1}, and {count} are declared");
        }

        if (eachOf is null)
        {
            return [new(count, null)];
        }

        var classes = method.Module.GetType(eachOf) is { } type ? implementations.ConcreteClassesOf(type).ToList() : [];
        if (classes.Count == 0)
        {
            Refuse(method, $"is declared to pass objects of {eachOf}, of which there is no class");
        }

        return [.. classes.Select(item => new LoopTurns(1, item))];
    }

    private PathCost Refuse(MethodDefinition method, string what)
    {
        violations.Add(new(NameOf(method), what));
        return PathCost.None;
    }
}
