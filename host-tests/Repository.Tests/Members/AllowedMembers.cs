namespace IqosDevice.Repository.Tests.Members;

/// <summary>
/// The list of what the firmware, its tests included, may use of the device's assemblies: <c>firmware/allowed-members.txt</c>, one name
/// a line in ordinal order, <c>#</c> for remarks. Setting <see cref="UpdateSwitch"/> to 1 rewrites it from what is
/// in use; the change is then reviewed as any other.
/// </summary>
internal static class AllowedMembers
{
    public const string UpdateSwitch = "UPDATE_ALLOWED_MEMBERS";

    public const string FileName = "firmware/allowed-members.txt";

    private const string Remark =
        "# Types and members of the device's assemblies that the firmware and its tests use; nothing else may be used.\n"
        + "# Rewritten by running host-tests/Repository.Tests with " + UpdateSwitch + "=1.\n";

    /// <summary>The names on the list; rewrites the list first where that is asked for.</summary>
    public static IReadOnlyList<string> Read(IEnumerable<string> inUse)
    {
        if (string.Equals(Environment.GetEnvironmentVariable(UpdateSwitch), "1", StringComparison.Ordinal))
        {
            var sorted = inUse.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            File.WriteAllText(Repo.PathOf(FileName), Remark + string.Concat(sorted.Select(name => name + "\n")));
        }

        return [.. File.ReadLines(Repo.PathOf(FileName)).Where(line => line.Length != 0 && line[0] != '#')];
    }

    /// <summary>What is in use and not on the list, each with the first place that uses it.</summary>
    public static IEnumerable<Violation> NotAllowed(IEnumerable<Violation> uses, IEnumerable<string> allowed)
    {
        var names = allowed.ToHashSet(StringComparer.Ordinal);
        return uses.Where(use => !names.Contains(use.What)).DistinctBy(use => use.What, StringComparer.Ordinal);
    }
}
