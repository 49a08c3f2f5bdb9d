using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using IqosDevice.Benchmarks.Native.Translation;
using Mono.Cecil;

namespace IqosDevice.Benchmarks.Native.State;

/// <summary>
/// Writes living objects as C: those of static fields as constants, all others as the members of <c>world</c>, with the
/// values that they have now as its initial ones. So no constructor has to be translated.
/// </summary>
internal sealed class StateWriter
{
    private readonly ObjectGraph graph;
    private readonly ObjectNames names;
    private readonly CNames types;
    private readonly IReadOnlyList<FieldDefinition> statics;
    private readonly IReadOnlyDictionary<string, string> arrays;

    public StateWriter(ObjectGraph graph, CodeTranslation code)
    {
        this.graph = graph;
        types = code.Names;
        arrays = code.Types.Arrays;
        statics = [.. code.Fields.Statics];
        names = new ObjectNames(graph, types, [.. statics.Where(static field => !field.FieldType.IsValueType).Select(types.OfStatic)]);
    }

    /// <summary>Static fields and what they hold.</summary>
    public string Constants(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (int index in Enumerable.Range(0, graph.ConstantCount).Reverse())
        {
            // From the far end, so that what an object refers to stands above it.
            text.Append($"static const {TypeOf(index)} {names[index]} = {ValueOf(index)};\n");
        }

        foreach (FieldDefinition field in statics)
        {
            object? value = FieldUse.ValueOf(field, assembly);
            string name = types.OfStatic(field);
            text.Append(field.FieldType.IsValueType || value is null
                ? $"#define {name} {Literals.OfObject(value ?? 0)}\n"
                : $"static {PointerTo(value)}const {name} = {Reference(value)};\n");
        }

        return text.ToString();
    }

    /// <summary>The structure <c>world</c>, and it.</summary>
    public string World() =>
        $$"""
        static struct world
        {
        {{Lines(Mutable.Select(index => $"    {TypeOf(index)} {names[index]};"))}}
        } world;

        """;

    /// <summary>The values, and what the replay has to know of them.</summary>
    public string Initial(string step) =>
        $$"""
        static const struct world initial =
        {
        {{Lines(Mutable.Select(index => $"    .{names[index]} = {ValueOf(index)},".Replace("\n", "\n    ")))}}
        };

        /* An object by its number. */
        static void *const objects[] =
        {
            NULL,
        {{Lines(Enumerable.Range(0, graph.Objects.Count).Select(index => $"    (void *)&{PathOf(index)},"))}}
        };

        /* What can change between two ticks. */
        #define SLOT(path, is_reference) { offsetof(struct world, path), sizeof world.path, is_reference }
        #define SLOT_COUNT {{graph.Slots.Count}}
        static const struct slot
        {
            uint32_t offset;
            uint8_t size;
            bool is_reference;
        } slots[] =
        {
        {{Lines(graph.Slots.Select(slot => $"    SLOT({PathOf(slot)}, {Literals.OfObject(slot.IsReference)}),"))}}
        };

        {{Row("take_inputs", "const int64_t *row", graph.Roots.Inputs, static (cell, field) => Copy(cell, field, field))}}
        {{Row("give_outputs", "int64_t *row", graph.Roots.Outputs, static (cell, field) => $"    {cell} = 0;\n{Copy(field, cell, field)}")}}
        #define INPUT_COUNT {{graph.FieldsOf(graph.Roots.Inputs).Length}}
        #define OUTPUT_COUNT {{graph.FieldsOf(graph.Roots.Outputs).Length}}
        #define STEP(now_ms) \
            {{step}}({{Reference(graph.Roots.Loop)}}, now_ms, {{Reference(graph.Roots.Inputs)}}, {{Reference(graph.Roots.Outputs)}})

        """;

    private IEnumerable<int> Mutable => Enumerable.Range(graph.ConstantCount, graph.Objects.Count - graph.ConstantCount);

    private static string Copy(string from, string to, string field) => $"    memcpy(&{to}, &{from}, sizeof {field});";

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private string Row(string function, string parameter, object item, Func<string, string, string> copy) =>
        $$"""
        static inline void {{function}}({{parameter}})
        {
        {{Lines(graph.FieldsOf(item).Select((field, i) => copy($"row[{i}]", $"{PathOf(IndexOf(item))}.{CNames.OfField(field.Name)}")))}}
        }

        """;

    private int IndexOf(object item) => (int)graph.NumberOf(item) - 1;

    private string PathOf(int index) => index < graph.ConstantCount ? names[index] : $"world.{names[index]}";

    private string PathOf(Slot slot) =>
        names[slot.Owner] + (slot.Field is null ? $".items[{slot.Index}]" : "." + CNames.OfField(slot.Field.Name));

    /// <summary>Type of an object itself. That of an array has room for its elements; it begins as <c>IL_ARRAY</c> says.</summary>
    private string TypeOf(int index) => graph.Objects[index] is Array array
        ? $"struct {{ int32_t length; {arrays[ArrayOf(array)]} items[{Math.Max(array.Length, 1)}]; }}"
        : "struct " + types.OfType(graph.Objects[index].GetType().FullName!);

    private string PointerTo(object item) =>
        $"struct {(item is Array array ? ArrayOf(array) : types.OfType(item.GetType().FullName!))} *";

    private string ArrayOf(Array array)
    {
        Type element = array.GetType().GetElementType()!;
        string name = "array_of_" + (element.IsClass ? types.OfType(element.FullName!) + "_p" : CTypes.OfPrimitive(Type.GetTypeCode(element)));
        return arrays.ContainsKey(name) ? name : throw new UntranslatableException($"An array of {element} is held as something else.");
    }

    private string ValueOf(int index)
    {
        object item = graph.Objects[index];
        if (item is not Array array)
        {
            var fields = graph.FieldsOf(item).Select(field => $".{CNames.OfField(field.Name)} = {Value(field.FieldType, field.GetValue(item))}");
            return $"\n{{\n{Lines(fields.DefaultIfEmpty("0").Select(static field => $"    {field},"))}\n}}";
        }

        Type element = array.GetType().GetElementType()!;
        string zero = Value(element, element.IsValueType ? RuntimeHelpers.GetUninitializedObject(element) : null);
        string[] values = [.. array.Cast<object?>().Select(value => Value(element, value))];
        return Braces([$"{array.Length}", Braces(values.All(value => value == zero) ? [] : values)]);
    }

    private static string Braces(IEnumerable<string> parts) => $"{{ {string.Join(", ", parts.DefaultIfEmpty("0"))} }}";

    private string Value(Type type, object? value) => type.IsValueType ? Literals.OfObject(value!) : value is null ? "NULL" : Reference(value);

    private string Reference(object item)
    {
        int index = IndexOf(item);
        return (item is Array || index < graph.ConstantCount ? $"({PointerTo(item)})" : string.Empty) + "&" + PathOf(index);
    }
}
