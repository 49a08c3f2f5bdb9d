namespace IqosDevice.Emulator.Simulation;

/// <summary>A callback in an <see cref="EventQueue"/> that can still be withdrawn.</summary>
public sealed class ScheduledEvent
{
    private Action? callback;

    internal ScheduledEvent(Action callback) => this.callback = callback;

    /// <summary>Withdrawn, or already fired.</summary>
    public bool IsCancelled => callback is null;

    /// <summary>Withdraws the callback; does nothing once it has fired.</summary>
    public void Cancel() => callback = null;

    internal void Fire()
    {
        Action? action = callback;
        callback = null;
        action?.Invoke();
    }
}
