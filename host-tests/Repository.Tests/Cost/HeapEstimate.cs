using System.Collections;
using System.Reflection;
using System.Runtime.InteropServices;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>
/// The heap that living objects would take on the device: walks from some objects, and from static fields, along every
/// field, and counts each object once by nanoFramework's rule.
/// </summary>
internal sealed class HeapEstimate
{
    private const BindingFlags OwnFields = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<object> open = new();
    private readonly Dictionary<string, HeapRow> rows = new(StringComparer.Ordinal);
    private readonly HashSet<Violation> violations = [];

    public long TotalBytes => rows.Values.Sum(row => row.Bytes);

    /// <summary>By type, the largest share first.</summary>
    public IReadOnlyList<HeapRow> Rows => [.. rows.Values.OrderByDescending(row => row.Bytes).ThenBy(row => row.Name, StringComparer.Ordinal)];

    /// <summary>Objects that nobody knows the cost of.</summary>
    public IReadOnlyCollection<Violation> Violations => violations;

    public long BytesOf(HeapShare share) => rows.Values.Where(row => row.Share == share).Sum(row => row.Bytes);

    /// <summary>Threads, which no object shows.</summary>
    public void AddThreads(IEnumerable<(string Name, long Bytes)> threads)
    {
        foreach (var (name, bytes) in threads)
        {
            Add(name, bytes, HeapShare.Threads);
        }
    }

    /// <summary>An object and everything that it reaches.</summary>
    public void AddGraph(object? root)
    {
        Reach(root);
        while (open.TryPop(out var next))
        {
            Count(next);
        }
    }

    /// <summary>Static fields of types, and everything that they reach.</summary>
    public void AddStatics(IEnumerable<Type> types)
    {
        foreach (var field in types.SelectMany(type => type.GetFields(OwnFields | BindingFlags.Static)).Where(field => !field.IsLiteral))
        {
            Add("static fields", DeviceHeap.Fields(1));
            AddGraph(field.GetValue(null));
        }
    }

    /// <summary>More than a limit, altogether or in the firmware's own objects.</summary>
    public IEnumerable<Violation> LargerThan(long totalBytes, long firmwareBytes)
    {
        if (TotalBytes > totalBytes)
        {
            yield return new("heap", $"{TotalBytes} bytes, {totalBytes} are allowed");
        }

        if (BytesOf(HeapShare.Firmware) > firmwareBytes)
        {
            yield return new("firmware's objects", $"{BytesOf(HeapShare.Firmware)} bytes, {firmwareBytes} are allowed");
        }
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var field in current.GetFields(OwnFields | BindingFlags.Instance))
            {
                yield return field;
            }
        }
    }

    private static bool IsNumber(Type type) => type.IsPrimitive || type.IsEnum;

    private void Add(string name, long bytes, HeapShare share = HeapShare.Firmware) => rows[name] = rows.TryGetValue(name, out var row)
        ? row with { Count = row.Count + 1, Bytes = row.Bytes + bytes }
        : new(share, name, 1, bytes);

    private void Reach(object? target)
    {
        if (target is not null && !PackageObjects.IsHostOnly(target.GetType()) && seen.Add(target))
        {
            open.Push(target);
        }
    }

    private void Count(object target)
    {
        switch (target)
        {
            case string text:
                Add("texts", DeviceHeap.Text(text));
                break;
            case Array array:
                CountArray(array);
                break;
            case Delegate handler:
                Add("delegates", DeviceHeap.Delegate(handler.GetInvocationList().Length));
                Array.ForEach(handler.GetInvocationList(), item => Reach(item.Target));
                break;
            default:
                CountObject(target);
                break;
        }
    }

    private void CountObject(object target)
    {
        var type = target.GetType();
        if (PackageObjects.IsStandIn(type))
        {
            CountStandIn(target, type);
        }
        else if (type != typeof(object) && type.Assembly == typeof(object).Assembly)
        {
            violations.Add(new(type.FullName!, "an object of the host's runtime, whose cost on the device nobody declared"));
        }
        else
        {
            CountFields(type.FullName!, target, type);
        }
    }

    private void CountFields(string name, object target, Type type)
    {
        var fields = Fields(type).ToList();
        Add(name, DeviceHeap.Object(fields.Count));
        foreach (var field in fields.Where(field => !IsNumber(field.FieldType)))
        {
            ReachValue(name, field.FieldType, field.GetValue(target));
        }
    }

    /// <summary>A struct is an object of its own on the device.</summary>
    private void ReachValue(string owner, Type type, object? value)
    {
        if (type.IsValueType)
        {
            CountFields($"{owner}: {type.Name}", value!, type);
        }
        else
        {
            Reach(value);
        }
    }

    private void CountArray(Array array)
    {
        var element = array.GetType().GetElementType()!;
        if (IsNumber(element))
        {
            var number = element.IsEnum ? Enum.GetUnderlyingType(element) : element;
            var bytes = number == typeof(char) ? sizeof(char) : number == typeof(bool) ? sizeof(bool) : Marshal.SizeOf(number);
            Add($"{element.Name}[]", DeviceHeap.NumberArray(array.Length, bytes));
            return;
        }

        Add($"{element.Name}[]", DeviceHeap.ReferenceArray(array.Length));
        foreach (var item in array)
        {
            ReachValue($"{element.Name}[]", element, item);
        }
    }

    /// <summary>Its own cost is declared; what the firmware gave it is reached through its fields and the host's lists.</summary>
    private void CountStandIn(object target, Type type)
    {
        if (PackageObjects.TryGetBytes(type, out var bytes))
        {
            Add(type.FullName!, bytes, HeapShare.Packages);
        }
        else
        {
            violations.Add(new(type.FullName!, "an object of a package, whose cost on the device nobody declared"));
        }

        foreach (var value in Fields(type).Where(field => !field.FieldType.IsValueType).Select(field => field.GetValue(target)))
        {
            if (value is IList list and not Array)
            {
                foreach (var item in list)
                {
                    Reach(item);
                }
            }
            else
            {
                Reach(value);
            }
        }
    }
}
