using System.Reflection;

namespace IqosDevice.Benchmarks.Native.State;

/// <summary>A place in the objects of a tick whose value can change.</summary>
/// <param name="Owner">Index of its object in the graph.</param>
/// <param name="Field">The field; null for an element.</param>
/// <param name="Index">The element.</param>
/// <param name="Type">Type of the value.</param>
internal sealed record Slot(int Owner, FieldInfo? Field, int Index, Type Type)
{
    public bool IsReference => !Type.IsValueType;

    /// <summary>Writes a value that was read from the same slot of a graph of the same shape.</summary>
    public void Write(ObjectGraph graph, long bits)
    {
        object? value = IsReference ? graph.ObjectOf(bits) : Bits.ToObject(Type, bits);
        if (Field is not null)
        {
            Field.SetValue(graph.Objects[Owner], value);
        }
        else
        {
            ((Array)graph.Objects[Owner]).SetValue(value, Index);
        }
    }
}
