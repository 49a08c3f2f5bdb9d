using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>Which instruction of a method follows which, and the loops that they form.</summary>
internal sealed class FlowGraph
{
    private readonly List<(int Source, int Target)> retreating = [];

    public FlowGraph(MethodDefinition method)
    {
        Instructions = [.. method.Body.Instructions];
        var indexes = new Dictionary<Instruction, int>();
        for (var i = 0; i < Instructions.Count; i++)
        {
            indexes[Instructions[i]] = i;
        }

        Successors = [.. Instructions.Select(instruction => Followers(instruction).Select(next => indexes[next]).Distinct().ToArray())];
        Reachable = Search();
        IsReducible = retreating.TrueForAll(edge => Dominates(edge.Target, edge.Source));
        Loops = IsReducible ? FindLoops() : [];
    }

    public IReadOnlyList<Instruction> Instructions { get; }

    /// <summary>Indexes of the instructions that can follow, for each instruction.</summary>
    public IReadOnlyList<int[]> Successors { get; }

    /// <summary>Indexes of the instructions that can be reached at all.</summary>
    public IReadOnlySet<int> Reachable { get; }

    /// <summary>Every loop is entered at its header alone.</summary>
    public bool IsReducible { get; }

    /// <summary>The loops, in the order in which their first instructions stand in the code.</summary>
    public IReadOnlyList<Loop> Loops { get; }

    private static IEnumerable<Instruction> Followers(Instruction instruction)
    {
        var targets = instruction.Operand switch
        {
            Instruction target => [target],
            Instruction[] cases => cases,
            _ => Enumerable.Empty<Instruction>(),
        };
        var fallsThrough = instruction.OpCode.FlowControl is not (FlowControl.Branch or FlowControl.Return or FlowControl.Throw);
        return fallsThrough ? targets.Append(instruction.Next) : targets;
    }

    /// <summary>Walks in depth; an edge to an instruction that is still on the way closes a circle.</summary>
    private HashSet<int> Search()
    {
        var seen = new HashSet<int> { 0 };
        var onTheWay = new HashSet<int> { 0 };
        var way = new Stack<(int Node, int NextEdge)>();
        way.Push((0, 0));
        while (way.TryPop(out var step))
        {
            if (step.NextEdge == Successors[step.Node].Length)
            {
                onTheWay.Remove(step.Node);
                continue;
            }

            way.Push((step.Node, step.NextEdge + 1));
            var next = Successors[step.Node][step.NextEdge];
            if (onTheWay.Contains(next))
            {
                retreating.Add((step.Node, next));
            }
            else if (seen.Add(next))
            {
                onTheWay.Add(next);
                way.Push((next, 0));
            }
        }

        return seen;
    }

    /// <summary>No way from the start to <paramref name="node"/> but through <paramref name="gate"/>.</summary>
    private bool Dominates(int gate, int node)
    {
        var seen = new HashSet<int> { gate };
        var open = new Stack<int>();
        open.Push(0);
        while (open.TryPop(out var current))
        {
            if (seen.Add(current))
            {
                Array.ForEach(Successors[current], open.Push);
            }
        }

        return gate == node || !seen.Contains(node);
    }

    private List<Loop> FindLoops()
    {
        var predecessors = Reachable.SelectMany(source => Successors[source].Select(target => (source, target)))
            .ToLookup(edge => edge.target, edge => edge.source);
        return [.. retreating.GroupBy(edge => edge.Target, edge => edge.Source).Select(group =>
        {
            var body = new HashSet<int> { group.Key };
            var open = new Stack<int>(group);
            while (open.TryPop(out var current))
            {
                if (body.Add(current))
                {
                    foreach (var predecessor in predecessors[current])
                    {
                        open.Push(predecessor);
                    }
                }
            }

            return new Loop(group.Key, body, [.. group.Distinct()]);
        }).OrderBy(loop => loop.Body.Min())];
    }
}
