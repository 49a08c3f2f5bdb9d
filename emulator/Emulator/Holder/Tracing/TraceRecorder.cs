namespace IqosDevice.Emulator.Holder.Tracing;

/// <summary>Keeps the latest samples, one every so many ticks; the oldest go first.</summary>
public sealed class TraceRecorder : IHolderObserver
{
    private readonly int everyTicks;
    private readonly int capacity;
    private readonly Queue<TraceSample> samples = new();
    private int tick;

    /// <param name="everyTicks">Ticks of 20 ms from one sample to the next.</param>
    /// <param name="capacity">Samples kept.</param>
    public TraceRecorder(int everyTicks = 5, int capacity = 36_000)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(everyTicks);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        this.everyTicks = everyTicks;
        this.capacity = capacity;
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyCollection<TraceSample> Samples => samples;

    /// <inheritdoc/>
    public void AfterTick(VirtualHolder holder)
    {
        if (tick++ % everyTicks != 0)
        {
            return;
        }

        if (samples.Count == capacity)
        {
            samples.Dequeue();
        }

        samples.Enqueue(TraceSample.Of(holder));
    }
}
