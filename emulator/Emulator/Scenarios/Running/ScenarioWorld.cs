using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Checkers;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Scenarios.Conditions;

namespace IqosDevice.Emulator.Scenarios.Running;

/// <summary>The holder of one scenario, its clients, and everything that expectations look at.</summary>
public sealed class ScenarioWorld : IHolderObserver, IDisposable
{
    private readonly Dictionary<string, ScenarioClient> clients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeSpan> marks = new(StringComparer.Ordinal);
    private readonly InvariantChecker invariants = new();
    private readonly ScenarioJournal journal = new();
    private int nextEvent;

    internal ScenarioWorld(HolderOptions options)
    {
        var early = new List<string>();
        Holder = VirtualHolder.Start(options with { Log = early.Add });
        Holder.Log = TakeLogLine;
        early.ForEach(TakeLogLine);
        Control = new ControlSession(Holder, new UnpacedTime(Holder), push: _ => { });
        Holder.Observe(Lamps);
        Holder.Observe(journal);
        Holder.Observe(invariants);
        Holder.Observe(this);
        AfterTick(Holder);
    }

    public VirtualHolder Holder { get; }

    /// <summary>Virtual time since the start.</summary>
    public TimeSpan Now => TimeSpan.FromMicroseconds(Holder.Queue.NowUs);

    /// <summary>Highest true temperature of the heater so far.</summary>
    public double HottestCelsius { get; private set; } = double.NegativeInfinity;

    internal ControlSession Control { get; }

    internal LampCounter Lamps { get; } = new();

    internal ScenarioSequence<string> LogLines { get; } = new();

    internal ScenarioSequence<HolderEvent> Events { get; } = new();

    internal ScenarioSequence<ScenarioNotification> Notifications { get; } = new();

    /// <summary>What should hold whatever happens, and did not.</summary>
    internal IReadOnlyList<string> Violations => invariants.Violations;

    /// <summary>The latest of what happened, oldest first.</summary>
    internal IReadOnlyList<string> Journal => journal.Lines;

    /// <inheritdoc/>
    public void AfterTick(VirtualHolder holder)
    {
        HottestCelsius = Math.Max(HottestCelsius, holder.Plant.HeaterCelsius);
        if (holder.Firmware.NextEventSequence == nextEvent)
        {
            return;
        }

        foreach (HolderEvent entry in holder.Firmware.EventsFrom(nextEvent))
        {
            Events.Add(entry);
            journal.Add(holder.Queue.NowUs, $"event {entry}");
        }

        nextEvent = holder.Firmware.NextEventSequence;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Control.Dispose();
        Holder.Dispose();
    }

    /// <summary>Somebody does something: what is counted since the last act starts again.</summary>
    internal void BeginAct(string what)
    {
        Lamps.Reset();
        journal.Add(Holder.Queue.NowUs, "> " + what);
    }

    internal ScenarioClient Client(string name)
    {
        if (!clients.TryGetValue(name, out ScenarioClient? client))
        {
            client = new ScenarioClient(name, Holder, TakeNotification);
            clients.Add(name, client);
        }

        return client;
    }

    internal void Mark(string name) => marks[name] = Now;

    /// <exception cref="ScenarioFailureException">There is no such mark yet.</exception>
    internal double SecondsSince(string mark) => marks.TryGetValue(mark, out TimeSpan time)
        ? (Now - time).TotalSeconds
        : throw new ScenarioFailureException($"there is no mark \"{mark}\" yet");

    /// <summary>Runs until conditions hold together, looking after every tick.</summary>
    /// <returns>False where they did not hold within the limit.</returns>
    internal bool RunUntil(ConditionSet conditions, TimeSpan limit) => Holder.RunUntil(_ => conditions.Hold(this), limit);

    private void TakeLogLine(string line)
    {
        LogLines.Add(line);
        journal.Add(Holder.Queue.NowUs, line);
    }

    private void TakeNotification(ScenarioNotification notification)
    {
        Notifications.Add(notification);
        journal.Add(Holder.Queue.NowUs, $"{notification.Client} is notified: {notification}");
    }
}
