using System.Reflection;
using Mono.Cecil;

namespace IqosDevice.Benchmarks.Native.Translation;

/// <summary>The fields that translated code reads or writes: structures have these and no others.</summary>
internal sealed class FieldUse
{
    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly HashSet<FieldDefinition> instance = [];
    private readonly HashSet<FieldDefinition> statics = [];
    private readonly Dictionary<Type, FieldInfo[]> byType = [];

    /// <summary>Static fields, in the order of their names.</summary>
    public IEnumerable<FieldDefinition> Statics => statics.OrderBy(static item => item.FullName, StringComparer.Ordinal);

    public void Add(FieldDefinition field) => instance.Add(field);

    public void AddStatic(FieldDefinition field) => statics.Add(field);

    /// <summary>Fields of a class, in the order of its source.</summary>
    public IEnumerable<FieldDefinition> Of(TypeDefinition type) => type.Fields.Where(instance.Contains);

    /// <summary>The same in the running program. Translation is over by then.</summary>
    public FieldInfo[] Of(Type type)
    {
        if (!byType.TryGetValue(type, out FieldInfo[]? fields))
        {
            fields = [.. instance.Where(field => NameOf(field) == type.FullName).Select(field => type.GetField(field.Name, Own)!)
                .OrderBy(static field => field.MetadataToken)];
            byType.Add(type, fields);
        }

        return fields;
    }

    /// <summary>Value of a static field in the running program.</summary>
    public static object? ValueOf(FieldDefinition field, Assembly assembly) =>
        assembly.GetType(NameOf(field), throwOnError: true)!.GetField(field.Name, Own)!.GetValue(null);

    private static string NameOf(FieldDefinition field) => field.DeclaringType.FullName.Replace('/', '+');
}
