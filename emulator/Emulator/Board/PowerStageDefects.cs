namespace IqosDevice.Emulator.Board;

/// <summary>Parts of the power stage that can be broken on purpose.</summary>
[Flags]
public enum PowerStageDefects
{
    None = 0,

    /// <summary>The dead-man never opens the load switch.</summary>
    DeadManDead = 1,

    /// <summary>The comparator never trips.</summary>
    ComparatorDead = 2,

    /// <summary>The over-current latch never trips.</summary>
    OverCurrentDead = 4,

    /// <summary>The load switch conducts whatever its drivers say.</summary>
    LoadSwitchWelded = 8,

    /// <summary>The transistor conducts all the time.</summary>
    TransistorShorted = 16,
}
