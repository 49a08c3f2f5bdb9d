using System.Text.RegularExpressions;
using IqosDevice.Repository.Tests.Members;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace IqosDevice.Repository.Tests.DeviceBuild;

/// <summary>
/// The device's assemblies as the compiler sees them, made from their listings. The compiler then chooses overloads and
/// helpers of its own (lock, interpolation, array initializers) as it does when the firmware is built for the device.
/// </summary>
internal sealed class DeviceAssemblies
{
    private static readonly Regex TypeName =
        new(@"global::(?<name>[\w.]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    private readonly ApiReader api = new();
    private readonly Dictionary<string, MetadataReference> built = new(StringComparer.Ordinal);

    private DeviceAssemblies()
    {
        foreach (var (assembly, lines) in DeviceApi.ReadAssembliesOrSkip())
        {
            api.Read(assembly, lines);
        }
    }

    /// <summary>All assemblies; the running test is skipped where their listings are absent.</summary>
    public static DeviceAssemblies CreateOrSkip() => new();

    /// <summary>The assembly of this name; null where it is not listed.</summary>
    public MetadataReference? ReferenceOrNull(string assembly)
    {
        if (!built.TryGetValue(assembly, out var reference)
            && api.Types.Values.Any(type => string.Equals(type.Assembly, assembly, StringComparison.Ordinal)))
        {
            reference = Build(assembly);
            built.Add(assembly, reference);
        }

        return reference;
    }

    private PortableExecutableReference Build(string assembly)
    {
        var source = new ReferenceSource(api.Types).Of(assembly);
        var needed = TypeName.Matches(source)
            .Select(match => api.Types.GetValueOrDefault(match.Groups["name"].Value)?.Assembly)
            .OfType<string>().Append("mscorlib").Distinct(StringComparer.Ordinal)
            .Where(name => !string.Equals(name, assembly, StringComparison.Ordinal));
        var compilation = CSharpCompilation.Create(
            assembly,
            [CSharpSyntaxTree.ParseText(source)],
            needed.Select(name => ReferenceOrNull(name)!),
            new(OutputKind.DynamicallyLinkedLibrary));
        var image = new MemoryStream();
        var result = compilation.Emit(image, options: new EmitOptions(runtimeMetadataVersion: "v4.0.30319"));
        if (!result.Success)
        {
            var errors = result.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error);
            throw new InvalidOperationException($"{assembly}:\n{string.Join('\n', errors)}");
        }

        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
