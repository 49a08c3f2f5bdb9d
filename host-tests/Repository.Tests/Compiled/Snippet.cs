using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;

namespace IqosDevice.Repository.Tests.Compiled;

/// <summary>Compiles small sources as the firmware is compiled, so that each gate can be shown a violation.</summary>
internal static class Snippet
{
    /// <summary>What a source may refer to: the runtime, and the stand-ins of the device's packages.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } = FindReferences();

    /// <summary>How the firmware is parsed: the language version that the device's project system takes.</summary>
    public static CSharpParseOptions FirmwareLanguage { get; } = new(LanguageVersion.CSharp9);

    /// <summary>Compiles the members of a class <c>Sample</c> in the namespace of the firmware's core.</summary>
    public static ModuleDefinition FirmwareMembers(string members) => FirmwareFile(
        $$"""
        namespace IqosDevice.Firmware.Core
        {
            public sealed class Sample
            {
                {{members}}
            }
        }
        """);

    /// <summary>Compiles a whole file of the firmware.</summary>
    public static ModuleDefinition FirmwareFile(string source) => Compile(source, FirmwareLanguage);

    /// <summary>The same, optimized as a Release build is.</summary>
    public static ModuleDefinition OptimizedFirmwareFile(string source) =>
        Compile(source, FirmwareLanguage, OptimizationLevel.Release);

    /// <summary>Compiles a whole file of the emulator.</summary>
    public static ModuleDefinition EmulatorFile(string source) => Compile(source, new(LanguageVersion.Latest));

    private static ModuleDefinition Compile(
        string source, CSharpParseOptions language, OptimizationLevel optimization = OptimizationLevel.Debug)
    {
        var compilation = CSharpCompilation.Create(
            "Snippet",
            [CSharpSyntaxTree.ParseText(source, language)],
            References,
            new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: optimization));
        var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            throw new ArgumentException(string.Join('\n', result.Diagnostics), nameof(source));
        }

        image.Position = 0;
        return CompiledCode.Load(image);
    }

    private static List<MetadataReference> FindReferences()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var files = Directory.EnumerateFiles(runtime, "System*.dll")
            .Where(file => !file.EndsWith(".Native.dll", StringComparison.Ordinal))
            .Append(Path.Combine(AppContext.BaseDirectory, "IqosDevice.NanoFramework.dll"));
        return [.. files.Select(file => MetadataReference.CreateFromFile(file))];
    }
}
