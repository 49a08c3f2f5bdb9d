namespace IqosDevice.Emulator.Simulation;

/// <summary>A callback in an <see cref="EventQueue"/> that can still be withdrawn.</summary>
public sealed class ScheduledEvent
{
    private Action? action;
    private long sequence;

    internal ScheduledEvent(long dueUs, long sequence, Action action)
    {
        this.action = action;
        SetDue(dueUs, sequence);
    }

    /// <summary>Withdrawn, or already fired.</summary>
    public bool IsCancelled => HasFired || action is null;

    /// <summary>Virtual time at which it fires, µs.</summary>
    public long DueUs { get; private set; }

    /// <summary>Withdraws the callback; does nothing once it has fired.</summary>
    public void Cancel() => action = HasFired ? action : null;

    /// <summary>It has fired, and does not wait to fire once more.</summary>
    internal bool HasFired { get; private set; }

    /// <summary>Earlier, or due at the same time and scheduled earlier.</summary>
    internal bool IsBefore(ScheduledEvent other) => DueUs != other.DueUs ? DueUs < other.DueUs : sequence < other.sequence;

    /// <summary>Fires once more; it must not be waiting.</summary>
    internal void SetDue(long dueUs, long order)
    {
        DueUs = dueUs;
        sequence = order;
        HasFired = false;
    }

    internal void Fire()
    {
        HasFired = true;
        action?.Invoke();
    }
}
