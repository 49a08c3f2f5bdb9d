using System.Reflection;
using System.Runtime.InteropServices;
using IqosDevice.Benchmarks.Native;
using IqosDevice.Benchmarks.Native.State;
using IqosDevice.Benchmarks.Native.Translation;
using Mono.Cecil;

namespace IqosDevice.Benchmarks.Tests.Native;

/// <summary>All public methods of some classes, translated and compiled once.</summary>
public sealed unsafe class TranslatedSamples : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("iqos-samples-").FullName;
    private readonly Lazy<nint> library;

    public TranslatedSamples() => library = new Lazy<nint>(Build);

    /// <summary>The methods: of these classes, the public ones.</summary>
    public static IEnumerable<MethodInfo> Methods =>
        ((Type[])[typeof(Samples.Numbers), typeof(Samples.Casts), typeof(Samples.Flow)])
        .SelectMany(static type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly));

    /// <summary>Calls the translation of a method.</summary>
    /// <returns>The result as bits.</returns>
    public long Call(MethodInfo method, object[] arguments)
    {
        var function = (delegate* unmanaged<long*, long*, void>)NativeLibrary.GetExport(library.Value, ExportOf(method));
        long[] bits = [.. arguments.Select(BitsOf)];
        long result = 0;
        fixed (long* first = bits)
        {
            function(first, &result);
        }

        return result;
    }

    /// <summary>A number of any type as bits.</summary>
    public static long BitsOf(object value) =>
        (long)typeof(Bits).GetMethod(nameof(Bits.Of))!.MakeGenericMethod(value.GetType()).Invoke(null, [value])!;

    public void Dispose()
    {
        if (library.IsValueCreated)
        {
            NativeLibrary.Free(library.Value);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string ExportOf(MethodInfo method) => $"export_{method.DeclaringType!.Name}_{method.Name}";

    private nint Build()
    {
        using ModuleDefinition module = TickProgram.Read(typeof(TranslatedSamples).Assembly);
        var code = new CodeTranslation(module, static _ => false);
        string[] exports = [.. Methods.Select(method => Export(code, method, module))];
        string source = Path.Combine(folder, "samples.c");
        File.WriteAllText(source, $"#include \"il.h\"\n{code.Structures()}\n{code.Functions()}\n{string.Concat(exports)}");
        CCompiler.Compile(source, Path.Combine(folder, "samples.so"), Path.Combine(AppContext.BaseDirectory, "Native"));
        return NativeLibrary.Load(Path.Combine(folder, "samples.so"));
    }

    /// <summary>A function that takes any arguments as bits and gives the result as bits.</summary>
    private static string Export(CodeTranslation code, MethodInfo method, ModuleDefinition module)
    {
        MethodDefinition definition = module.GetType(method.DeclaringType!.FullName).Methods.Single(item => item.Name == method.Name);
        string function = code.Add(definition);
        var arguments = definition.Parameters.Select((parameter, i) =>
            $"    {code.Types.Of(parameter.ParameterType)} a{i};\n    memcpy(&a{i}, &arguments[{i}], sizeof a{i});\n");
        string call = $"{function}({string.Join(", ", definition.Parameters.Select(static (_, i) => $"a{i}"))})";
        return $"\nvoid {ExportOf(method)}(const int64_t *arguments, int64_t *result)\n{{\n{string.Concat(arguments)}"
            + $"    {code.Types.Of(definition.ReturnType)} value = {call};\n    memcpy(result, &value, sizeof value);\n}}\n";
    }
}
