using System.Reflection;
using IqosDevice.Benchmarks.Native.State;
using IqosDevice.Benchmarks.Native.Translation;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IqosDevice.Benchmarks.Native;

/// <summary>One tick of compiled code as a program in C, for <c>replay.c</c> to run.</summary>
internal sealed class TickProgram
{
    private readonly Assembly assembly;
    private readonly CodeTranslation code;
    private readonly string step;

    private TickProgram(Assembly assembly, CodeTranslation code, string step)
    {
        this.assembly = assembly;
        this.code = code;
        this.step = step;
        Constants = [.. code.Fields.Statics.Where(static field => !field.FieldType.IsValueType)
            .Select(field => FieldUse.ValueOf(field, assembly)).OfType<object>()];
    }

    /// <summary>Methods that were translated.</summary>
    public int MethodCount => code.MethodCount;

    /// <summary>What static fields hold.</summary>
    public IReadOnlyList<object> Constants { get; }

    /// <summary>Translates a tick: <c>void Step(long nowMs, Inputs inputs, Outputs outputs)</c> of a class.</summary>
    /// <exception cref="UntranslatableException">The code does what has no translation.</exception>
    public static TickProgram Translate(Type loop, string step = "Step")
    {
        using ModuleDefinition module = Read(loop.Assembly);
        var translation = new CodeTranslation(module, HostHalf.Contains);
        string function = translation.Add(module.GetType(loop.FullName!.Replace('+', '/')).Methods.Single(method => method.Name == step));
        return new TickProgram(loop.Assembly, translation, function);
    }

    /// <summary>Reads an assembly of this program, with its symbols where there are any.</summary>
    public static ModuleDefinition Read(Assembly assembly)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(assembly.Location));
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        return ModuleDefinition.ReadModule(assembly.Location, new ReaderParameters
        {
            AssemblyResolver = resolver,
            ReadSymbols = true,
            SymbolReaderProvider = new DefaultSymbolReaderProvider(throwIfNoSymbol: false),
        });
    }

    /// <summary>The objects of a tick as the translated code sees them.</summary>
    /// <param name="objects">The living ones.</param>
    /// <param name="like">A graph that was made before; null for the first.</param>
    public ObjectGraph GraphOf(TickObjects objects, ObjectGraph? like = null) => new(code.Fields, Constants, objects, like);

    /// <summary>The source, <c>tick.h</c>, with the objects as they are now.</summary>
    public string Source(ObjectGraph graph)
    {
        string structures = code.Structures();
        var state = new StateWriter(graph, code);
        return
            $"""
            /* Translated from {assembly.GetName().Name}, {step}: {MethodCount} methods. Not to be edited. */

            {structures}
            {state.Constants(assembly)}
            {code.Functions()}
            {state.World()}
            {state.Initial(step)}
            """;
    }
}
