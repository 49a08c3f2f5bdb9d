namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>What became of a draw.</summary>
public enum PopulationOutcome
{
    /// <summary>The firmware refused the start for want of charge, or for the ambient temperature.</summary>
    Refused,

    /// <summary>A nominal session in which something tripped.</summary>
    Tripped,

    /// <summary>Ended before its time because the cell was empty.</summary>
    Battery,

    /// <summary>Played to its end: time or puffs.</summary>
    Completed,
}
