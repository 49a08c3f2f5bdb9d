using System.Xml.Linq;

namespace IqosDevice.Repository.Tests.Projects;

/// <summary>A packages.config: package ids and versions.</summary>
internal sealed class PackagesConfig(string content)
{
    /// <summary>Version by package id.</summary>
    public IReadOnlyDictionary<string, string> Versions { get; } = XDocument.Parse(content).Descendants("package")
        .ToDictionary(
            package => package.Attribute("id")!.Value,
            package => package.Attribute("version")!.Value,
            StringComparer.Ordinal);
}
