namespace System;

/// <summary>
/// nanoFramework's window on a byte array (mscorlib of version 1, which has no generic span). It always stands on
/// an array, so no pointer or stack memory can be behind it.
/// </summary>
public readonly struct SpanByte
{
    private readonly byte[]? array;
    private readonly int start;
    private readonly int length;

    /// <summary>The whole of an array; null gives an empty span.</summary>
    public SpanByte(byte[] array)
    {
        this.array = array;
        start = 0;
        length = array is null ? 0 : array.Length;
    }

    /// <summary>A part of an array.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is not inside the array.</exception>
    public SpanByte(byte[] array, int start, int length)
    {
        int available = array is null ? 0 : array.Length;
        if (start < 0 || length < 0 || start > available || length > available - start)
        {
            throw new ArgumentOutOfRangeException(nameof(length));
        }

        this.array = array;
        this.start = start;
        this.length = length;
    }

    public static SpanByte Empty => default;

    public int Length => length;

    public bool IsEmpty => length == 0;

    public byte this[int index]
    {
        get => AsSpan()[index];
        set => AsSpan()[index] = value;
    }

    public static implicit operator SpanByte(byte[] array) => new(array);

    /// <summary>Copies everything into a span that is at least as long.</summary>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void CopyTo(SpanByte destination) => AsSpan().CopyTo(destination.AsSpan());

    public SpanByte Slice(int start) => Slice(start, length - start);

    public SpanByte Slice(int start, int length)
    {
        if (start < 0 || length < 0 || start > this.length || length > this.length - start)
        {
            throw new ArgumentOutOfRangeException(nameof(length));
        }

        return new SpanByte(array!, this.start + start, length);
    }

    public byte[] ToArray() => AsSpan().ToArray();

    internal Span<byte> AsSpan() => new(array, start, length);
}
