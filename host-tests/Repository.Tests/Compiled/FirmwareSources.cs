using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Compiled;

/// <summary>
/// The whole firmware compiled from its sources, with what the host build leaves out: <c>Program.cs</c>, and the tests that
/// run on the device. For what those use, and for constants, of which IL keeps only the value.
/// </summary>
internal static class FirmwareSources
{
    /// <summary>The sources that are flashed, with the stand-ins that the host build compiles beside them.</summary>
    public static CSharpCompilation Compilation { get; } = Create();

    /// <summary>The same as IL.</summary>
    public static ModuleDefinition Module { get; } = Emit();

    /// <summary>The type that the host build leaves out.</summary>
    public static TypeDefinition Program { get; } = Module.GetType("IqosDevice.Firmware.Esp32.Program");

    /// <summary>The tests that run on the device, and what they share.</summary>
    public static IReadOnlyList<TypeDefinition> Tests { get; } =
        [.. Module.Types.Where(type => CompiledCode.IsInNamespace(type.Namespace, "IqosDevice.Firmware.Tests"))];

    private static CSharpCompilation Create()
    {
        var files = Repo.Files("firmware", ".cs")
            .Where(path => !path.Contains("/Properties/", StringComparison.Ordinal))
            .Concat(Repo.Files("emulator/Firmware", ".cs"));
        return CSharpCompilation.Create(
            "Firmware",
            files.Select(path => CSharpSyntaxTree.ParseText(Repo.Read(path), Snippet.FirmwareLanguage, path)),
            Snippet.References,
            new(OutputKind.DynamicallyLinkedLibrary));
    }

    private static ModuleDefinition Emit()
    {
        var image = new MemoryStream();
        var result = Compilation.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        }

        image.Position = 0;
        return CompiledCode.Load(image);
    }
}
