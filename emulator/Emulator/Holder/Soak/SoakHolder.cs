using IqosDevice.Emulator.Holder.Checkers;
using IqosDevice.Emulator.Plant;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Holder.Soak;

/// <summary>One holder of a soak: its acts, what must hold of it, and what it has been through. Used by one thread at a time.</summary>
public sealed class SoakHolder : IHolderObserver, IDisposable
{
    private readonly VirtualHolder holder;
    private readonly SoakActs acts;
    private readonly InvariantChecker invariants = new();
    private int faultRow;

    /// <param name="options">The soak.</param>
    /// <param name="number">Which holder of all that the seed has.</param>
    public SoakHolder(SoakOptions options, int number)
    {
        Number = number;
        var random = DeterministicRandom.For(options.Seed, "holder." + number);
        holder = VirtualHolder.Start(new HolderOptions
        {
            // Thousands of holders live at once, and nobody looks at their curves or reads what they say.
            TraceSamples = 1,
            LogLines = 1,
            Model = HolderModels.Names[random.NextInt32(HolderModels.Names.Count)],
            Seed = random.NextUInt64(),
            Plant = new PlantParameters { InitialStateOfCharge = options.OnlySessions ? 1 : random.NextDouble(0.2, 1) },
        });
        holder.Observe(invariants);
        holder.Observe(this);
        acts = new SoakActs(holder, random);
        if (options.OnlySessions)
        {
            acts.BeginSessions();
        }
        else
        {
            acts.BeginAll();
        }
    }

    public int Number { get; }

    internal VirtualHolder Holder => holder;

    /// <summary>Virtual time that it has lived, µs.</summary>
    public long NowUs => holder.Queue.NowUs;

    /// <summary>Current flows through its heater.</summary>
    public bool IsHeating => holder.Board.PowerStage.Conducts;

    /// <summary>Turns of the loop so far, and those with current in the heater.</summary>
    public long TickCount { get; private set; }

    public long HeatingTickCount { get; private set; }

    /// <summary>Acts so far.</summary>
    public long ActCount => acts.Count;

    /// <summary>Parts that failed for a while so far.</summary>
    public long FaultCount => acts.FaultCount;

    /// <summary>How often the firmware's supervision tripped.</summary>
    public long TripCount { get; private set; }

    /// <summary>What was broken of the invariants, and the loop's own end; empty if all is well.</summary>
    public IEnumerable<string> Violations =>
        holder.Firmware.IsHung ? invariants.Violations.Append("the firmware's loop ended by an exception") : invariants.Violations;

    /// <summary>Hash over all that was observable of it.</summary>
    public string TraceHash => holder.TraceHash;

    /// <summary>Runs it up to a virtual time.</summary>
    public void RunUntil(long timeUs) => holder.Queue.RunUntil(timeUs);

    /// <inheritdoc/>
    void IHolderObserver.AfterTick(VirtualHolder observed)
    {
        TickCount++;
        HeatingTickCount += IsHeating ? 1 : 0;
        int row = holder.Firmware.FaultRow;
        TripCount += row != 0 && row != faultRow ? 1 : 0;
        faultRow = row;
    }

    public void Dispose() => holder.Dispose();
}
