namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>
/// IL's evaluation stack while a method is translated: it holds expressions, and writes one down as a variable of C where
/// waiting would change its value.
/// </summary>
internal sealed class EvaluationStack(Action<string> write)
{
    private readonly List<StackValue> values = [];
    private readonly SortedDictionary<string, string> places = new(StringComparer.Ordinal);
    private int variables;

    /// <summary>Types from the bottom up.</summary>
    public StackType[] Types => [.. values.Select(static value => value.Type)];

    /// <summary>Names and types of the variables in which values pass from one basic block to the next.</summary>
    public IReadOnlyDictionary<string, string> Places => places;

    public void Push(StackValue value) => values.Add(value);

    public StackValue Pop()
    {
        StackValue top = values[^1];
        values.RemoveAt(values.Count - 1);
        return top;
    }

    /// <summary>Takes the arguments of a call, the first one first.</summary>
    public StackValue[] Pop(int count)
    {
        StackValue[] popped = [.. values[^count..]];
        values.RemoveRange(values.Count - count, count);
        return popped;
    }

    /// <summary>Computes a value here and now.</summary>
    public StackValue Keep(StackValue value)
    {
        string name = $"t{++variables}";
        write($"{value.Type.CName} {name} = {value.Bare};".Replace("* ", "*"));
        return new StackValue(name, value.Type, Reads.Nothing);
    }

    /// <summary>Something is about to change: what depends on it is computed before.</summary>
    public void KeepThoseThatRead(Reads what)
    {
        for (int i = 0; i < values.Count; i++)
        {
            values[i] = (values[i].Reads & what) != Reads.Nothing ? Keep(values[i]) : values[i];
        }
    }

    /// <summary>A basic block ends: what is on the stack goes where the next one expects it.</summary>
    public void Flush()
    {
        StackType[] types = Types;
        StackValue[] kept = [.. types.Select(AtPlace)];
        for (int i = 0; i < types.Length; i++)
        {
            values[i] = values[i].Reads.HasFlag(Reads.Places) && values[i] != kept[i] ? Keep(values[i]) : values[i];
        }

        for (int i = 0; i < types.Length; i++)
        {
            if (values[i] != kept[i])
            {
                write($"{PlaceOf(i, types[i])} = {values[i].Bare};");
            }
        }

        Restore(types);
    }

    /// <summary>A basic block begins.</summary>
    public void Restore(StackType[] types)
    {
        values.Clear();
        values.AddRange(types.Select(AtPlace));
    }

    private StackValue AtPlace(StackType type, int depth)
    {
        string place = PlaceOf(depth, type);
        return new StackValue(type.Kind == StackKind.Pointer ? $"(({type.CName}){place})" : place, type, Reads.Places);
    }

    private string PlaceOf(int depth, StackType type)
    {
        string name = $"s{depth}_{type.Suffix}";
        places[name] = type.Kind == StackKind.Pointer ? "void *" : type.CName;
        return name;
    }
}
