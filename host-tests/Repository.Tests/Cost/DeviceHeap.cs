using System.Text;

namespace IqosDevice.Repository.Tests.Cost;

/// <summary>Sizes on nanoFramework's managed heap, bytes: it is made of blocks of 12.</summary>
internal static class DeviceHeap
{
    private const int BlockBytes = 12;
    private const int ArrayHeaderBytes = 20;

    /// <summary>An object or a struct: a header, and a block for each field, whatever its type.</summary>
    public static long Object(int fields) => BlockBytes * (1L + fields);

    /// <summary>A field that no object has: a static one, or an entry in a list.</summary>
    public static long Fields(long count) => BlockBytes * count;

    /// <summary>An array of references: each is a block.</summary>
    public static long ReferenceArray(int length) => ArrayHeaderBytes + (BlockBytes * (long)length);

    /// <summary>An array of numbers.</summary>
    public static long NumberArray(int length, int elementBytes) => ArrayHeaderBytes + ((long)length * elementBytes);

    /// <summary>A text, in UTF-8. A literal's characters stay in flash, but it is counted as if they did not.</summary>
    public static long Text(string text) => ArrayHeaderBytes + Encoding.UTF8.GetByteCount(text) + 1;

    /// <summary>A delegate: the method and the object that it is called on.</summary>
    public static long Delegate(int targets) => targets * Object(2);

    /// <summary>An <c>ArrayList</c> with room for four, or for as many as it grows to by doubling.</summary>
    public static long List(int room = 4) => Object(2) + ReferenceArray(room);
}
