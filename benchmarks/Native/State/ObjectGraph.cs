using System.Reflection;
using IqosDevice.Benchmarks.Native.Translation;

namespace IqosDevice.Benchmarks.Native.State;

/// <summary>
/// The living objects that translated code can reach, in an order that is the same for every holder, and their slots. Number
/// 0 is null, number 1 the first object.
/// </summary>
internal sealed class ObjectGraph
{
    private readonly FieldUse fields;
    private readonly List<object> objects = [];
    private readonly List<Slot> slots = [];
    private readonly List<(object Owner, ReadFields Read, int First)> readers = [];
    private readonly Dictionary<object, int> numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Type, ReadFields> compiled;

    /// <param name="fields">The fields to follow.</param>
    /// <param name="constants">Objects that static fields hold: they and what they lead to never change.</param>
    /// <param name="roots">What a tick works on.</param>
    /// <param name="like">A graph of the same fields, whose compiled readers are taken over; null for the first.</param>
    public ObjectGraph(FieldUse fields, IReadOnlyList<object> constants, TickObjects roots, ObjectGraph? like = null)
    {
        this.fields = fields;
        Roots = roots;
        Constants = constants;
        compiled = like?.compiled ?? [];
        Walk(constants);
        ConstantCount = objects.Count;
        Walk([roots.Loop, roots.Inputs, roots.Outputs]);
        for (int i = ConstantCount; i < objects.Count; i++)
        {
            AddSlots(i);
        }
    }

    public TickObjects Roots { get; }

    public IReadOnlyList<object> Constants { get; }

    public IReadOnlyList<object> Objects => objects;

    /// <summary>That many of the first objects never change.</summary>
    public int ConstantCount { get; }

    /// <summary>Everything that can change, but the inputs.</summary>
    public IReadOnlyList<Slot> Slots => slots;

    /// <summary>Number of an object.</summary>
    /// <exception cref="InvalidOperationException">It is not in the graph: it was made after the graph was walked.</exception>
    public long NumberOf(object? item) => item is null ? 0 : numbers.TryGetValue(item, out int number)
        ? number
        : throw new InvalidOperationException(
            $"A new {item.GetType().Name} came between two ticks: a recording keeps to the objects of its beginning.");

    public object? ObjectOf(long number) => number == 0 ? null : objects[(int)number - 1];

    /// <summary>Reads all slots.</summary>
    public void Read(long[] values)
    {
        foreach ((object owner, ReadFields read, int first) in readers)
        {
            read(owner, this, values, first);
        }
    }

    /// <summary>Fields of an object that the tick uses.</summary>
    public FieldInfo[] FieldsOf(object item) => fields.Of(item.GetType());

    /// <summary>A graph of copies, which nobody else steps.</summary>
    public ObjectGraph Copy() => new(fields, Constants, new ObjectCopy(objects.Take(ConstantCount)).Of(Roots), this);

    /// <summary>As many objects of the same classes and lengths in the same order.</summary>
    public bool HasShapeOf(ObjectGraph other) => objects.Select(ShapeOf).SequenceEqual(other.objects.Select(ShapeOf));

    private static (Type Type, int Length) ShapeOf(object item) => (item.GetType(), item is Array array ? array.Length : 0);

    private void Walk(IEnumerable<object> from)
    {
        int next = objects.Count;
        foreach (object item in from)
        {
            Meet(item);
        }

        for (; next < objects.Count; next++)
        {
            object item = objects[next];
            if (item is Array array)
            {
                foreach (object? element in array.GetType().GetElementType()!.IsClass ? array : Array.Empty<object>())
                {
                    Meet(element);
                }
            }
            else
            {
                Array.ForEach(FieldsOf(item), field => Meet(field.FieldType.IsValueType ? null : field.GetValue(item)));
            }
        }
    }

    private void Meet(object? item)
    {
        if (item is not null && numbers.TryAdd(item, objects.Count + 1))
        {
            objects.Add(item);
        }
    }

    /// <summary>A reference that only a constructor may write belongs to the shape and is no slot.</summary>
    private void AddSlots(int owner)
    {
        object item = objects[owner];
        if (ReferenceEquals(item, Roots.Inputs))
        {
            return;
        }

        int first = slots.Count;
        if (item is Array array)
        {
            Type element = array.GetType().GetElementType()!;
            slots.AddRange(Enumerable.Range(0, array.Length).Select(i => new Slot(owner, null, i, element)));
            AddReader(item, first, () => FieldAccess.ArrayReader(element));
        }
        else
        {
            FieldInfo[] own = [.. FieldsOf(item).Where(static field => field.FieldType.IsValueType || !field.IsInitOnly)];
            slots.AddRange(own.Select(field => new Slot(owner, field, 0, field.FieldType)));
            AddReader(item, first, () => FieldAccess.Reader(item.GetType(), own));
        }
    }

    private void AddReader(object item, int first, Func<ReadFields> compile)
    {
        if (!compiled.TryGetValue(item.GetType(), out ReadFields? read))
        {
            read = compile();
            compiled.Add(item.GetType(), read);
        }

        readers.Add((item, read, first));
    }
}
