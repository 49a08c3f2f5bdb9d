using System.Xml.Linq;

namespace IqosDevice.Repository.Tests.Projects;

/// <summary>The versions of the device's packages: the <c>NfVersion_</c> properties of <c>nfproj.props</c>.</summary>
internal sealed class NanoPackageVersions(string content)
{
    public const string FileName = "nfproj.props";

    private const string Prefix = "NfVersion_";

    private readonly Dictionary<string, string> versions = XDocument.Parse(content).Descendants()
        .Where(element => element.Name.LocalName.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(element => element.Name.LocalName, element => element.Value, StringComparer.Ordinal);

    /// <summary>"nanoFramework.System.Device.Gpio" becomes "NfVersion_System_Device_Gpio".</summary>
    public static string PropertyOf(string packageId)
    {
        const string company = "nanoFramework.";
        var name = packageId.StartsWith(company, StringComparison.Ordinal) ? packageId[company.Length..] : packageId;
        return Prefix + name.Replace('.', '_');
    }

    /// <summary>Packages of a packages.config whose version is not the one that stands here.</summary>
    public IEnumerable<Violation> Check(string path, PackagesConfig packages) =>
        from package in packages.Versions
        let expected = versions.GetValueOrDefault(PropertyOf(package.Key))
        where !string.Equals(package.Value, expected, StringComparison.Ordinal)
        select new Violation(path, $"{package.Key} {package.Value}, but {FileName} has {expected ?? "none"}");
}
