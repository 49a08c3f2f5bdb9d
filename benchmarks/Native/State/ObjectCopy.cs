using System.Reflection;

namespace IqosDevice.Benchmarks.Native.State;

/// <summary>
/// Copies objects with everything that they hold, whether the tick looks at it or not, so that the copy steps without
/// anybody noticing. What the runtime owns (texts, delegates) and what never changes is shared.
/// </summary>
internal sealed class ObjectCopy
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly MethodInfo CopyShallow = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly Dictionary<object, object> copies = new(ReferenceEqualityComparer.Instance);

    /// <param name="shared">Objects that are not copied.</param>
    public ObjectCopy(IEnumerable<object> shared)
    {
        foreach (object item in shared)
        {
            copies.Add(item, item);
        }
    }

    /// <summary>Copies what a tick works on.</summary>
    public TickObjects Of(TickObjects original) =>
        new(Of(original.Loop)!, Of(original.Inputs)!, Of(original.Outputs)!);

    private object? Of(object? original)
    {
        if (original is null or string or Delegate or MemberInfo)
        {
            return original;
        }

        if (copies.TryGetValue(original, out object? known))
        {
            return known;
        }

        object copy = CopyShallow.Invoke(original, null)!;
        copies.Add(original, copy);
        if (copy is Array array)
        {
            CopyElements(array);
        }
        else
        {
            CopyFields(copy);
        }

        return copy;
    }

    private void CopyElements(Array array)
    {
        for (int i = 0; array.GetType().GetElementType()!.IsClass && i < array.Length; i++)
        {
            array.SetValue(Of(array.GetValue(i)), i);
        }
    }

    private void CopyFields(object copy)
    {
        for (Type? type = copy.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(Own).Where(static field => !field.FieldType.IsValueType))
            {
                field.SetValue(copy, Of(field.GetValue(copy)));
            }
        }
    }
}
