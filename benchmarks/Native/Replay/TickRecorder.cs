using IqosDevice.Benchmarks.Native.State;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Benchmarks.Native.Replay;

/// <summary>
/// Records the heater ticks of emulated holders. A copy of the firmware's objects, its shadow, steps with the same inputs;
/// what differs afterwards from the holder's own came from outside of the tick (the gauge's turn, a client's wish, a new
/// holder) and is noted as a change before the next one. So nothing has to be known of what the tick is made of.
/// </summary>
internal sealed class TickRecorder(TickProgram program) : IHolderObserver
{
    private readonly List<long> ticks = [];
    private readonly List<SlotChange> changes = [];
    private readonly List<(string Name, int Ticks)> scenes = [];
    private ObjectGraph? start;
    private ObjectGraph? live;
    private Shadow? shadow;
    private int tickCount;
    private int limit;

    /// <summary>Ticks in which the shadow's outputs were the holder's.</summary>
    public int FaithfulTicks { get; private set; }

    /// <summary>Records every scene in turn.</summary>
    /// <param name="program">The translated tick, which says what it looks at.</param>
    /// <param name="tickCount">Ticks in all; each scene gets its share.</param>
    /// <param name="seed">Of everything that is drawn.</param>
    public static TickRecorder Record(TickProgram program, int tickCount, ulong seed)
    {
        var recorder = new TickRecorder(program);
        int shares = 0;
        foreach (Scene scene in Scene.All)
        {
            shares += scene.Share;
            recorder.Record(scene, (int)((long)tickCount * shares / Scene.SharesOfAll), seed);
        }

        return recorder;
    }

    /// <summary>What was recorded.</summary>
    public TickRecording ToRecording() =>
        new(start!, [.. ticks], [.. changes.Where(change => change.Tick < tickCount)], scenes);

    /// <inheritdoc/>
    void IHolderObserver.AfterTick(VirtualHolder holder)
    {
        if (tickCount >= limit || LiveHolder.ObjectsOf(holder) is not { } objects)
        {
            return;
        }

        if (live is null || !ReferenceEquals(live.Roots.Loop, objects.Loop))
        {
            Begin(objects);
            return;
        }

        long nowMs = holder.Board.ProcessorClock.CountedUs(holder.Queue.NowUs) / 1000;
        ticks.AddRange(shadow!.Step(nowMs, live));
        tickCount++;
        FaithfulTicks += shadow.AnswersLike(live) ? 1 : 0;
        Follow();
    }

    private void Record(Scene scene, int end, ulong seed)
    {
        limit = end;
        int before = tickCount;
        using VirtualHolder holder = VirtualHolder.Start(scene.Options(seed));
        live = null;
        holder.Observe(this);
        scene.Begin(holder);
        while (tickCount < end)
        {
            holder.Advance(TimeSpan.FromSeconds(1));
        }

        scenes.Add((scene.Name, tickCount - before));
    }

    private void Begin(TickObjects objects)
    {
        live = program.GraphOf(objects, start);
        start ??= live.Copy();
        shadow ??= new Shadow(start.Copy());
        if (!live.HasShapeOf(start))
        {
            throw new InvalidOperationException("The firmware of this holder is made of other objects than that of the first one.");
        }

        Follow();
    }

    private void Follow() => changes.AddRange(shadow!.Follow(live!).Select(change => new SlotChange(tickCount, change.Slot, change.Value)));
}
