using System.Text.RegularExpressions;

namespace IqosDevice.Repository.Tests.Projects;

/// <summary>The solution file, read line by line.</summary>
internal sealed class Solution
{
    public const string FileName = "IqosDevice.sln";

    private static readonly Regex ProjectLine = new(
        """^Project\("\{[^"]*\}"\) = "[^"]*", "(?<path>[^"]*proj)", "(?<id>\{[^"]*\})"$""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    private static readonly string[] Configurations = ["Debug|Any CPU", "Release|Any CPU"];

    private readonly HashSet<string> lines;
    private readonly Dictionary<string, string> projects;

    public Solution(string content)
    {
        lines = content.Split('\n').Select(line => line.Trim()).ToHashSet(StringComparer.Ordinal);
        projects = lines.Select(line => ProjectLine.Match(line)).Where(match => match.Success).ToDictionary(
            match => match.Groups["path"].Value.Replace('\\', '/'),
            match => match.Groups["id"].Value,
            StringComparer.Ordinal);
    }

    /// <summary>
    /// Every project on disk is listed and every listed one exists; all have an active configuration; those of the device
    /// are not built (<c>dotnet build</c> cannot), all others are.
    /// </summary>
    public IEnumerable<Violation> Check(IReadOnlyCollection<string> onDisk)
    {
        var listing = projects.Keys.Except(onDisk, StringComparer.Ordinal)
            .Select(path => new Violation(path, "is listed, but does not exist"))
            .Concat(onDisk.Except(projects.Keys, StringComparer.Ordinal).Select(path => new Violation(path, "is not listed")));
        return listing.Concat(
            from project in projects
            from configuration in Configurations
            from problem in Check(project.Key, $"{project.Value}.{configuration}", configuration)
            select problem);
    }

    private IEnumerable<Violation> Check(string path, string key, string configuration)
    {
        if (!lines.Contains($"{key}.ActiveCfg = {configuration}"))
        {
            yield return new(path, $"has no ActiveCfg line for {configuration}");
        }

        var isBuilt = lines.Any(line => line.StartsWith($"{key}.Build.0", StringComparison.Ordinal));
        var isForDevice = path.EndsWith(".nfproj", StringComparison.Ordinal);
        if (isBuilt == isForDevice)
        {
            yield return new(path, isBuilt ? $"has a Build.0 line for {configuration}" : $"is not built in {configuration}");
        }
    }
}
