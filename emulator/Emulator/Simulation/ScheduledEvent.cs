namespace IqosDevice.Emulator.Simulation;

/// <summary>A callback in an <see cref="EventQueue"/> that can still be withdrawn.</summary>
public sealed class ScheduledEvent
{
    private Action? callback;

    internal ScheduledEvent(long dueUs, long sequence, Action callback)
    {
        DueUs = dueUs;
        Sequence = sequence;
        this.callback = callback;
    }

    /// <summary>Virtual time at which it fires, µs.</summary>
    public long DueUs { get; }

    /// <summary>Withdrawn, or already fired.</summary>
    public bool IsCancelled => callback is null;

    /// <summary>Place in the order of scheduling.</summary>
    internal long Sequence { get; }

    /// <summary>Withdraws the callback; does nothing once it has fired.</summary>
    public void Cancel() => callback = null;

    internal void Fire()
    {
        Action? action = callback;
        callback = null;
        action?.Invoke();
    }
}
