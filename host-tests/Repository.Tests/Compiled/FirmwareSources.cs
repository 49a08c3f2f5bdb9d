using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Compiled;

/// <summary>
/// The whole firmware compiled from its sources, <c>Program.cs</c> included, which the host build leaves out: for what that
/// file uses, and for constants, of which IL keeps only the value.
/// </summary>
internal static class FirmwareSources
{
    /// <summary>The sources that are flashed, with the stand-ins that the host build compiles beside them.</summary>
    public static CSharpCompilation Compilation { get; } = Create();

    /// <summary>The same as IL.</summary>
    public static ModuleDefinition Module { get; } = Emit();

    /// <summary>The type that the host build leaves out.</summary>
    public static TypeDefinition Program { get; } = Module.GetType("IqosDevice.Firmware.Esp32.Program");

    private static CSharpCompilation Create()
    {
        var files = Repo.Files("firmware/Core", ".cs").Concat(Repo.Files("firmware/Esp32", ".cs"))
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
