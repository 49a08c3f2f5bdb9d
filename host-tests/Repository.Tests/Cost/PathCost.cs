using System.Collections.Immutable;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>Instructions on a path, and the methods that they belong to.</summary>
internal sealed record PathCost(long Total, ImmutableDictionary<string, long> ByMethod)
{
    public static PathCost None { get; } = new(0, ImmutableDictionary<string, long>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>Instructions of one method's own.</summary>
    public static PathCost Of(string method, long count) => new(count, None.ByMethod.Add(method, count));

    public static PathCost Longer(PathCost one, PathCost other) => other.Total > one.Total ? other : one;

    public PathCost Plus(PathCost other)
    {
        // The shorter table is copied into the longer one.
        var (small, large) = ByMethod.Count < other.ByMethod.Count ? (ByMethod, other.ByMethod) : (other.ByMethod, ByMethod);
        var sums = large.ToBuilder();
        foreach (var (method, count) in small)
        {
            sums[method] = sums.GetValueOrDefault(method) + count;
        }

        return new(Total + other.Total, sums.ToImmutable());
    }

    public PathCost Times(long factor) => factor == 0
        ? None
        : new(Total * factor, ByMethod.ToImmutableDictionary(pair => pair.Key, pair => pair.Value * factor, StringComparer.Ordinal));
}
