namespace IqosDevice.Emulator.Faults;

/// <summary>How something can fail: the eight kinds of PX4's failure injection, and damage that fits none of them.</summary>
public enum FaultKind
{
    /// <summary>Works; injecting it puts the channel right.</summary>
    Ok,

    /// <summary>Says nothing, or rests at a rail.</summary>
    Off,

    /// <summary>Says the same for ever.</summary>
    Stuck,

    /// <summary>Says anything.</summary>
    Garbage,

    /// <summary>Says something plausible that is not so.</summary>
    Wrong,

    /// <summary>Follows with a lag.</summary>
    Slow,

    /// <summary>Says what was so a while ago.</summary>
    Delayed,

    /// <summary>Works at times.</summary>
    Intermittent,

    /// <summary>A broken part, a corrupted memory, an attack.</summary>
    Damage,
}
