using System.Xml.Linq;

namespace IqosDevice.Repository.Tests.Arrows;

/// <summary>References between projects, as their files state them.</summary>
internal static class ProjectReferences
{
    /// <summary>Every reference that the table does not allow. Paths are relative to the root, with forward slashes.</summary>
    public static IEnumerable<Violation> Check(string project, string content)
    {
        if (!ArrowTable.Projects.TryGetValue(project, out var allowed))
        {
            return [new(project, "stands in no row of the table")];
        }

        return from target in Of(project, content)
               where !allowed.Contains(target, StringComparer.Ordinal)
               select new Violation(project, $"must not refer to {target}");
    }

    private static IEnumerable<string> Of(string project, string content) =>
        from element in XDocument.Parse(content).Descendants()
        where element.Name.LocalName is "ProjectReference"
        let include = element.Attribute("Include")?.Value
        where include is not null
        let path = Path.Combine(Repo.Root, Path.GetDirectoryName(project)!, include.Replace('\\', Path.DirectorySeparatorChar))
        select Path.GetRelativePath(Repo.Root, Path.GetFullPath(path)).Replace('\\', '/');
}
