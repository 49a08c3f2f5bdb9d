namespace IqosDevice.Emulator.Simulation;

/// <summary>A callback in an <see cref="EventQueue"/> that can still be withdrawn.</summary>
public sealed class ScheduledEvent
{
    private readonly long sequence;
    private Action? callback;

    internal ScheduledEvent(long dueUs, long sequence, Action callback)
    {
        DueUs = dueUs;
        this.sequence = sequence;
        this.callback = callback;
    }

    /// <summary>Withdrawn, or already fired.</summary>
    public bool IsCancelled => callback is null;

    /// <summary>Virtual time at which it fires, µs.</summary>
    public long DueUs { get; }

    /// <summary>Withdraws the callback; does nothing once it has fired.</summary>
    public void Cancel() => callback = null;

    /// <summary>Earlier, or due at the same time and scheduled earlier.</summary>
    internal bool IsBefore(ScheduledEvent other) => DueUs != other.DueUs ? DueUs < other.DueUs : sequence < other.sequence;

    internal void Fire()
    {
        Action? action = callback;
        callback = null;
        action?.Invoke();
    }
}
