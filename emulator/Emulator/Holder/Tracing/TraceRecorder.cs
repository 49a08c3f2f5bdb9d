namespace IqosDevice.Emulator.Holder.Tracing;

/// <summary>Keeps the latest samples, one every so many ticks; the oldest go first.</summary>
public sealed class TraceRecorder : IHolderObserver
{
    private readonly int everyTicks;
    private readonly LatestItems<TraceSample> samples;
    private int tick;

    /// <param name="everyTicks">Ticks of 20 ms from one sample to the next.</param>
    /// <param name="capacity">Samples kept.</param>
    public TraceRecorder(int everyTicks = 5, int capacity = 36_000)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(everyTicks);
        this.everyTicks = everyTicks;
        samples = new LatestItems<TraceSample>(capacity);
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyCollection<TraceSample> Samples => samples.Items;

    /// <summary>The samples with their numbers, for readers that follow.</summary>
    public LatestItems<TraceSample> Latest => samples;

    /// <inheritdoc/>
    public void AfterTick(VirtualHolder holder)
    {
        if (tick++ % everyTicks == 0)
        {
            samples.Add(TraceSample.Of(holder));
        }
    }
}
