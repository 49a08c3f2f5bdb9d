using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>The longest way through one method: loops count as often as they may turn, everything else once.</summary>
internal sealed class LongestPath
{
    /// <summary>Before the first instruction, which may be a loop's header itself.</summary>
    private const int Start = -1;

    private readonly FlowGraph graph;
    private readonly Func<int, TypeDefinition?, PathCost> weightOf;
    private readonly Func<int, IReadOnlyList<LoopTurns>> turnsOf;

    /// <param name="graph">The method; reducible.</param>
    /// <param name="weightOf">What an instruction costs with all that it calls, where the receiver's class is known or not.</param>
    /// <param name="turnsOf">How often a loop may turn, by its index in <see cref="FlowGraph.Loops"/>.</param>
    public LongestPath(
        FlowGraph graph, Func<int, TypeDefinition?, PathCost> weightOf, Func<int, IReadOnlyList<LoopTurns>> turnsOf)
    {
        this.graph = graph;
        this.weightOf = weightOf;
        this.turnsOf = turnsOf;
    }

    /// <summary>From the first instruction to whichever end is farthest.</summary>
    public PathCost Compute() => Distances(graph.Reachable.Append(Start).ToHashSet(), Start, null)
        .Where(pair => Successors(pair.Key).Length == 0)
        .Aggregate(PathCost.None, (longest, pair) => PathCost.Longer(longest, pair.Value));

    /// <summary>Farthest distance to each instruction of a region, itself included, without a way back to the entry.</summary>
    private Dictionary<int, PathCost> Distances(IReadOnlySet<int> region, int entry, TypeDefinition? receiver)
    {
        var unitOf = Units(region, entry);
        var arrivals = new Dictionary<int, PathCost> { [entry] = PathCost.None };
        var distances = new Dictionary<int, PathCost>();
        foreach (var unit in InOrder(region, entry, unitOf))
        {
            var inside = unitOf[unit] is { } loop
                ? Turns(loop, arrivals[unit], receiver)
                : new() { [unit] = unit == Start ? PathCost.None : arrivals[unit].Plus(weightOf(unit, receiver)) };
            foreach (var (node, distance) in inside)
            {
                distances[node] = distance;
                foreach (var next in Exits(node, region, entry, inside))
                {
                    arrivals[next] = PathCost.Longer(arrivals.GetValueOrDefault(next, PathCost.None), distance);
                }
            }
        }

        return distances;
    }

    /// <summary>All turns of a loop, and one more for the way to where it is left.</summary>
    private Dictionary<int, PathCost> Turns(Loop loop, PathCost arrival, TypeDefinition? receiver)
    {
        var before = turnsOf(IndexOf(loop)).Aggregate(
            arrival, (sum, turns) => sum.Plus(OneTurn(loop, turns.Receiver ?? receiver).Times(turns.Count)));
        return Distances(loop.Body, loop.Header, receiver).ToDictionary(pair => pair.Key, pair => before.Plus(pair.Value));
    }

    private PathCost OneTurn(Loop loop, TypeDefinition? receiver)
    {
        var inside = Distances(loop.Body, loop.Header, receiver);
        return loop.BackSources.Select(source => inside[source]).Aggregate(PathCost.Longer);
    }

    /// <summary>The outermost loop of the region that an instruction is in; null for none. The region's own loop does not count.</summary>
    private Dictionary<int, Loop?> Units(IReadOnlySet<int> region, int entry)
    {
        var loops = graph.Loops.Where(loop => loop.Header != entry && region.Contains(loop.Header))
            .OrderByDescending(loop => loop.Body.Count).ToList();
        return region.ToDictionary(node => node, node => loops.Find(loop => loop.Body.Contains(node)));
    }

    /// <summary>Instructions and headers of loops, each after everything that leads to it.</summary>
    private List<int> InOrder(IReadOnlySet<int> region, int entry, Dictionary<int, Loop?> unitOf)
    {
        var order = new List<int>();
        var seen = new HashSet<int>();
        Visit(entry);
        order.Reverse();
        return order;

        void Visit(int unit)
        {
            if (!seen.Add(unit))
            {
                return;
            }

            var inside = unitOf[unit] is { } loop ? loop.Body : new HashSet<int> { unit };
            foreach (var node in inside)
            {
                foreach (var next in Successors(node))
                {
                    if (region.Contains(next) && next != entry && !inside.Contains(next))
                    {
                        Visit(next);
                    }
                }
            }

            order.Add(unit);
        }
    }

    private IEnumerable<int> Exits(int node, IReadOnlySet<int> region, int entry, Dictionary<int, PathCost> inside) =>
        Successors(node).Where(next => region.Contains(next) && next != entry && !inside.ContainsKey(next));

    private int[] Successors(int node) => node == Start ? [0] : graph.Successors[node];

    private int IndexOf(Loop loop) => graph.Loops.TakeWhile(other => other != loop).Count();
}
