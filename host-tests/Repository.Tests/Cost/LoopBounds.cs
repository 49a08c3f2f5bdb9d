using System.Globalization;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>
/// How often the loops of the heater tick may turn, from lines like <c>Namespace.Type.Method = 5, 3</c>: one number a
/// loop, in the order in which they stand in the code. <c>each Namespace.Base</c> in place of a number: the loop passes
/// one object of every class derived from that base, each once.
/// </summary>
internal sealed class LoopBounds
{
    private readonly Dictionary<string, string[]> bounds;
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    private LoopBounds(Dictionary<string, string[]> bounds) => this.bounds = bounds;

    /// <summary>Lines that belong to no loop that was met, in all that was counted with these bounds.</summary>
    public IEnumerable<Violation> Unused => bounds.Keys.Where(method => !used.Contains(method))
        .Select(method => new Violation(method, "a bound is declared for a loop that is not there"));

    public static LoopBounds OfTheFirmware() => Parse(Repo.Read("host-tests/Repository.Tests/Cost/loop-bounds.txt"));

    public static LoopBounds Parse(string text)
    {
        var lines = text.Split('\n').Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0);
        return new(lines.Select(line => line.Split('=', 2)).ToDictionary(
            parts => parts[0].Trim(),
            parts => parts[1].Split(',', StringSplitOptions.TrimEntries),
            StringComparer.Ordinal));
    }

    /// <summary>The bound of one loop: a number, or the base whose derived classes the loop passes.</summary>
    /// <returns>False where nobody declared one.</returns>
    public bool TryFind(string method, int loop, out long count, out string? eachOf)
    {
        const string each = "each ";
        (count, eachOf) = (0, null);
        if (!bounds.TryGetValue(method, out var ofMethod) || loop >= ofMethod.Length)
        {
            return false;
        }

        used.Add(method);
        if (ofMethod[loop].StartsWith(each, StringComparison.Ordinal))
        {
            eachOf = ofMethod[loop][each.Length..].Trim();
            return true;
        }

        count = long.Parse(ofMethod[loop], CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>More numbers than the method has loops.</summary>
    public bool HasTooMany(string method, int loops) => bounds.TryGetValue(method, out var ofMethod) && ofMethod.Length > loops;
}
