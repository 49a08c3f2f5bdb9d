using System.Reflection;
using IqosDevice.Benchmarks.Native.Translation;

namespace IqosDevice.Benchmarks.Native.State;

/// <summary>Names in C for living objects: after their class, arrays after the field that holds them.</summary>
internal sealed class ObjectNames
{
    private readonly string[] names;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public ObjectNames(ObjectGraph graph, CNames types, IReadOnlyList<string> constants)
    {
        names = new string[graph.Objects.Count];
        for (int i = 0; i < names.Length; i++)
        {
            object item = graph.Objects[i];
            names[i] ??= Free(i < constants.Count ? constants[i] + "_is" : item is Array ? "array" : types.OfType(item.GetType().FullName!));
            foreach (FieldInfo field in item is Array ? [] : graph.FieldsOf(item).Where(static field => field.FieldType.IsArray))
            {
                int held = (int)graph.NumberOf(field.GetValue(item)) - 1;
                if (held >= 0)
                {
                    names[held] ??= Free($"{names[i]}_{CNames.OfField(field.Name)}");
                }
            }
        }
    }

    /// <summary>Name of the object at an index of the graph.</summary>
    public string this[int index] => names[index];

    private string Free(string name)
    {
        string free = name;
        for (int number = 2; !taken.Add(free); number++)
        {
            free = $"{name}_{number}";
        }

        return free;
    }
}
