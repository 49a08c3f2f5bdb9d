using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Faults.Radio;

/// <summary>A link that breaks again and again.</summary>
internal sealed class BreakingLink
{
    private readonly DeterministicRandom random;
    private readonly double meanSeconds;
    private ScheduledEvent? next;

    /// <param name="seed">Seed.</param>
    /// <param name="meanSeconds">From one break to the next on average; drawn between half and one and a half of it.</param>
    public BreakingLink(ulong seed, double meanSeconds)
    {
        random = DeterministicRandom.For(seed, "link");
        this.meanSeconds = meanSeconds;
    }

    public void Start(VirtualHolder holder)
    {
        double seconds = meanSeconds * random.NextDouble(0.5, 1.5);
        next = holder.Queue.After((long)(seconds * 1e6), () =>
        {
            holder.Peripheral.Disconnect("The link broke.");
            Start(holder);
        });
    }

    public void Stop() => next?.Cancel();
}
