using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IqosDevice.Repository.Tests.Projects;

/// <summary>
/// A project of the device's build system: unlike the .NET ones it lists its files and packages one by one, so what it
/// says is held against what lies beside it.
/// </summary>
internal sealed class NanoProject
{
    /// <summary>Environment variable that, set to 1, makes the tests rewrite the lists of files.</summary>
    public const string UpdateSwitch = "UPDATE_NFPROJ_FILES";

    private static readonly Regex PackageHint = new(
        @"(^|\\)packages\\(?<id>[A-Za-z][A-Za-z0-9.]*?)\.(?<version>[0-9][0-9A-Za-z.\-]*|\$\([A-Za-z0-9_]+\))\\lib\\",
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private readonly string path;
    private readonly XDocument document;

    /// <param name="path">Path relative to the root, for messages.</param>
    /// <param name="content">Text of the .nfproj.</param>
    public NanoProject(string path, string content)
    {
        this.path = path;
        document = XDocument.Parse(content);
    }

    /// <summary>
    /// The project's text with these files in the place of its Compile items, in ordinal order; for
    /// <see cref="UpdateSwitch"/>.
    /// </summary>
    public static string WithFiles(string content, IEnumerable<string> onDisk)
    {
        var lines = content.Split('\n').ToList();
        var first = lines.FindIndex(IsCompileItem);
        var items = onDisk.Select(file => file.Replace('/', '\\')).Order(StringComparer.Ordinal)
            .Select(file => $"    <Compile Include=\"{file}\" />");
        lines.RemoveAll(IsCompileItem);
        lines.InsertRange(first, items);
        return string.Join('\n', lines);

        static bool IsCompileItem(string line) => line.TrimStart().StartsWith("<Compile Include=", StringComparison.Ordinal);
    }

    /// <summary>Compile items against the sources on disk; both relative to the project's folder.</summary>
    public IEnumerable<Violation> CheckFiles(IEnumerable<string> onDisk)
    {
        var disk = onDisk.Select(file => file.Replace('/', '\\')).ToList();
        var listed = Includes("Compile").ToList();
        return listed.Except(disk, StringComparer.Ordinal)
            .Select(file => new Violation(path, $"lists {file}, which does not exist"))
            .Concat(disk.Except(listed, StringComparer.Ordinal).Select(file => new Violation(path, $"does not list {file}")))
            .Concat(listed.GroupBy(file => file, StringComparer.Ordinal).Where(group => group.Count() > 1)
                .Select(group => new Violation(path, $"lists {group.Key} twice")));
    }

    /// <summary>Hint paths of references against the packages beside the project, each with its version.</summary>
    public IEnumerable<Violation> CheckHints(PackagesConfig packages)
    {
        foreach (var hint in Hints())
        {
            var match = PackageHint.Match(hint);
            var id = match.Groups["id"].Value;
            var version = match.Groups["version"].Value;
            if (!match.Success)
            {
                yield return new(path, $@"hint path {hint} is not of the form packages\Id.Version\lib\…");
            }
            else if (!packages.Versions.TryGetValue(id, out var expected))
            {
                yield return new(path, $"refers to {id}, which packages.config does not have");
            }
            else if (version != expected && version != $"$({NanoPackageVersions.PropertyOf(id)})")
            {
                yield return new(path, $"refers to {id} {version}, packages.config has {expected}");
            }
        }
    }

    private IEnumerable<string> Hints() =>
        from element in document.Descendants()
        where element.Name.LocalName is "HintPath"
        select element.Value.Replace('/', '\\');

    private IEnumerable<string> Includes(string item) =>
        from element in document.Descendants()
        where string.Equals(element.Name.LocalName, item, StringComparison.Ordinal)
        let include = element.Attribute("Include")
        where include is not null
        select include.Value.Replace('/', '\\');
}
