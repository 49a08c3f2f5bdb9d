using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IqosDevice.Repository.Tests.DeviceBuild;

/// <summary>
/// Builds an .nfproj as the device's project system does: its own Compile items, its own references, the settings of
/// <c>nfproj.props</c>, one assembly a project.
/// </summary>
internal sealed class DeviceProject
{
    /// <summary>An executable that starts the tests on the device: no code refers to it.</summary>
    private const string TestLauncher = "nanoFramework.UnitTestLauncher";

    private readonly XDocument document;
    private readonly string path;

    /// <param name="path">Path of the .nfproj from the root.</param>
    public DeviceProject(string path)
    {
        this.path = path;
        document = XDocument.Parse(Repo.Read(path));
    }

    private string Folder => path[..path.LastIndexOf('/')];

    /// <summary>The whole project; diagnostics that the device's build would stop at are errors.</summary>
    public CSharpCompilation Compile(DeviceAssemblies device) =>
        Compile(device, Includes("Compile").Select(file => $"{Folder}/{file}").Select(file => (file, Repo.Read(file))));

    /// <summary>The project with these sources in the place of its own.</summary>
    public CSharpCompilation Compile(DeviceAssemblies device, string source) => Compile(device, [("Snippet.cs", source)]);

    private static string Setting(string name) =>
        XDocument.Parse(Repo.Read("nfproj.props")).Descendants().Single(item => item.Name.LocalName == name).Value;

    private CSharpCompilation Compile(DeviceAssemblies device, IEnumerable<(string Path, string Text)> sources)
    {
        LanguageVersionFacts.TryParse(Setting("LangVersion"), out var version).ShouldBeTrue();
        var language = new CSharpParseOptions(version, preprocessorSymbols: ["TRACE"]);
        var tolerated = Setting("NoWarn").Split(';').Where(id => id.StartsWith("CS", StringComparison.Ordinal));
        var options = new CSharpCompilationOptions(
            Value("OutputType") == "Exe" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            checkOverflow: bool.Parse(Setting("CheckForOverflowUnderflow")),
            generalDiagnosticOption: bool.Parse(Setting("TreatWarningsAsErrors")) ? ReportDiagnostic.Error : ReportDiagnostic.Default,
            specificDiagnosticOptions: tolerated.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress)));
        return CSharpCompilation.Create(
            Value("AssemblyName"),
            sources.Select(file => CSharpSyntaxTree.ParseText(file.Text, language, file.Path)),
            References(device),
            options);
    }

    private IEnumerable<MetadataReference> References(DeviceAssemblies device)
    {
        foreach (var name in Includes("Reference").Where(name => name != TestLauncher))
        {
            yield return device.ReferenceOrNull(name) ?? throw new InvalidOperationException($"{path}: {name} is not listed.");
        }

        foreach (var project in Includes("ProjectReference"))
        {
            var referred = Path.GetRelativePath(Repo.Root, Path.GetFullPath(Path.Combine(Repo.PathOf(Folder), project)));
            var image = new MemoryStream();
            var result = new DeviceProject(referred.Replace('\\', '/')).Compile(device).Emit(image);
            if (!result.Success)
            {
                throw new InvalidOperationException($"{referred}:\n{string.Join('\n', result.Diagnostics)}");
            }

            yield return MetadataReference.CreateFromImage(image.ToArray());
        }
    }

    private string Value(string property) => document.Descendants().Single(item => item.Name.LocalName == property).Value;

    private IEnumerable<string> Includes(string item) =>
        from element in document.Descendants()
        where string.Equals(element.Name.LocalName, item, StringComparison.Ordinal)
        select element.Attribute("Include")!.Value.Replace('\\', '/');
}
