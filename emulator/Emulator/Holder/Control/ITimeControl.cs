namespace IqosDevice.Emulator.Holder.Control;

/// <summary>How fast virtual time passes, as far as a client may decide; implemented by whoever paces the queue.</summary>
public interface ITimeControl
{
    /// <summary>Multiple of real time; positive infinity runs as fast as the machine can.</summary>
    double Speed { get; set; }

    /// <summary>Virtual time stands still, except for <see cref="Advance"/>.</summary>
    bool Paused { get; set; }

    /// <summary>Runs virtual time forward at once, at any speed and while paused; returns when it has passed.</summary>
    void Advance(TimeSpan duration);
}
