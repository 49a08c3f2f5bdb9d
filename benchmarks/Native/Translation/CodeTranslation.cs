using Mono.Cecil;

namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>
/// Translates methods of compiled code, with everything that they call, from IL into C: a structure for a class, a function
/// for a method. It knows what the heater tick is made of, and refuses everything else by name.
/// </summary>
internal sealed class CodeTranslation
{
    private readonly ModuleDefinition module;
    private readonly Func<MethodDefinition, bool> isLeftOut;
    private readonly Implementers implementers;
    private readonly Queue<MethodDefinition> waiting = new();
    private readonly HashSet<MethodDefinition> met = [];
    private readonly List<string> heads = [];
    private readonly List<string> bodies = [];

    /// <param name="module">The compiled code; its methods are changed on the way.</param>
    /// <param name="isLeftOut">Calls of these are left out, as the compiler leaves out a partial method without a body.</param>
    public CodeTranslation(ModuleDefinition module, Func<MethodDefinition, bool> isLeftOut)
    {
        this.module = module;
        this.isLeftOut = isLeftOut;
        implementers = new Implementers(module);
        Names = new CNames();
        Types = new CTypes(Names, implementers);
    }

    public CNames Names { get; }

    public CTypes Types { get; }

    public FieldUse Fields { get; } = new();

    /// <summary>Methods that were translated.</summary>
    public int MethodCount => bodies.Count;

    /// <summary>Translates a method and everything that it calls.</summary>
    /// <returns>Its function.</returns>
    /// <exception cref="UntranslatableException">It does what has no translation.</exception>
    public string Add(MethodDefinition entry)
    {
        string name = Request(entry);
        while (waiting.TryDequeue(out MethodDefinition? method))
        {
            Translate(method);
        }

        return name;
    }

    /// <summary>The function that a call ends in; null where there is none, or several.</summary>
    public string? FunctionOf(MethodReference called) => called.Resolve() is { } method && method.Module == module
        ? implementers.TargetOf(method) is { } target ? Request(target) : null
        : OutsideCalls.FunctionOf(called);

    /// <summary>A call that the device's compiler leaves out.</summary>
    public bool IsLeftOut(MethodReference called) =>
        called.ReturnType.MetadataType == MetadataType.Void && called.Resolve() is { } method && isLeftOut(method);

    /// <summary>Structures and arrays; with their fields more of them may be met.</summary>
    public string Structures()
    {
        var definitions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (Types.Structures.FirstOrDefault(item => !definitions.ContainsKey(item.Key)) is { Key: { } name } next)
        {
            definitions.Add(name, StructureOf(name, [.. Fields.Of(next.Value)]));
        }

        return string.Concat(
        [
            .. Types.Structures.Keys.Select(static name => $"struct {name};\n"), "\n",
            .. Types.Arrays.Select(static array => $"IL_ARRAY({array.Key}, {array.Value})\n"),
            .. definitions.Values,
        ]);
    }

    /// <summary>All functions.</summary>
    public string Functions() => $"{string.Join('\n', heads)}\n\n{string.Join('\n', bodies)}";

    private void Translate(MethodDefinition method)
    {
        try
        {
            heads.Add(MethodWriter.HeadOf(method, this) + ";");
            bodies.Add(MethodWriter.Write(method, this));
        }
        catch (UntranslatableException refusal)
        {
            throw refusal.In(method);
        }
    }

    private string StructureOf(string name, FieldDefinition[] fields)
    {
        IEnumerable<string> members = fields.Select(field => $"{Types.Of(field.FieldType)} {CNames.OfField(field.Name)};".Replace("* ", "*"));
        return $"\nstruct {name}\n{{\n{string.Concat(members.DefaultIfEmpty("char nothing;").Select(static member => $"    {member}\n"))}}};\n";
    }

    private string Request(MethodDefinition method)
    {
        if (met.Add(method))
        {
            waiting.Enqueue(method);
        }

        return Names.OfMethod(method);
    }
}
