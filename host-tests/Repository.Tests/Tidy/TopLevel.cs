namespace IqosDevice.Repository.Tests.Tidy;

/// <summary>The first thing that a newcomer sees: the entries of the root folder.</summary>
internal static class TopLevel
{
    private static readonly string[] Required =
    [
        "IqosDevice.sln", "LICENSE", "README.md", "CHANGELOG.md", "benchmarks", "docs", "emulator", "firmware",
        "global.json", "host-tests", "nfproj.props",
    ];

    private static readonly string[] Allowed = ["Directory.Build.props", "Directory.Packages.props"];

    /// <summary>Entries that are missing or do not belong there; dot files and what .gitignore names are not looked at.</summary>
    public static IEnumerable<Violation> Check(IReadOnlyCollection<string> entries) =>
        entries.Except(Required, StringComparer.Ordinal).Except(Allowed, StringComparer.Ordinal)
            .Where(entry => !entry.StartsWith('.') && !Repo.IsOutput(entry + "/"))
            .Select(entry => new Violation(entry, "does not belong into the root folder"))
            .Concat(Required.Except(entries, StringComparer.Ordinal).Select(entry => new Violation(entry, "is missing")));
}
