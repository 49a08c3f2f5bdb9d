using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IqosDevice.DeviceSemantics.Tests.Rewriting;

/// <summary>Members of a static class, compiled as the firmware is compiled, in both arithmetics.</summary>
internal sealed class CompiledSource
{
    private static readonly MetadataReference[] References = [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)];

    private readonly Type onHost;
    private readonly Type onDevice;

    public CompiledSource(string members, OptimizationLevel optimization = OptimizationLevel.Release)
    {
        var image = Compile("public static class Sample {" + members + "}", optimization);
        Rewritten = DeviceRewriter.Rewrite(new MemoryStream(image));
        onHost = Load(image);
        onDevice = Load(Rewritten.Image);
    }

    public RewrittenAssembly Rewritten { get; }

    public TDelegate Host<TDelegate>(string method)
        where TDelegate : Delegate => onHost.GetMethod(method)!.CreateDelegate<TDelegate>();

    public TDelegate Device<TDelegate>(string method)
        where TDelegate : Delegate => onDevice.GetMethod(method)!.CreateDelegate<TDelegate>();

    private static Type Load(byte[] image) =>
        new AssemblyLoadContext("sample", isCollectible: true).LoadFromStream(new MemoryStream(image)).GetType("Sample", throwOnError: true)!;

    private static byte[] Compile(string source, OptimizationLevel optimization)
    {
        var compilation = CSharpCompilation.Create(
            "Sample",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp9))],
            References,
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: optimization));
        var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success ? image.ToArray() : throw new ArgumentException(string.Join('\n', result.Diagnostics), nameof(source));
    }
}
