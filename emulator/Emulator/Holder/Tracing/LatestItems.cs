namespace IqosDevice.Emulator.Holder.Tracing;

/// <summary>
/// The latest items of a sequence that goes on, numbered from 0 by their place in the whole: the oldest go first, and
/// a reader that remembers the number of its next item sees whether it has missed any. One thread at a time.
/// </summary>
public sealed class LatestItems<T>
{
    private readonly Queue<T> items = new();
    private readonly int capacity;

    /// <param name="capacity">Items kept.</param>
    public LatestItems(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        this.capacity = capacity;
    }

    /// <summary>Number of the next item: as many have come so far.</summary>
    public long NextNumber { get; private set; }

    /// <summary>Number of the oldest item that is kept.</summary>
    public long FirstNumber => NextNumber - items.Count;

    /// <summary>Oldest first.</summary>
    public IReadOnlyCollection<T> Items => items;

    public void Add(T item)
    {
        if (items.Count == capacity)
        {
            items.Dequeue();
        }

        items.Enqueue(item);
        NextNumber++;
    }

    /// <summary>A copy of what is kept from a number on.</summary>
    public T[] Since(long number) => [.. items.Skip((int)Math.Clamp(number - FirstNumber, 0, items.Count))];

    /// <summary>A copy of the latest.</summary>
    public T[] Last(int count) => Since(NextNumber - count);
}
