namespace IqosDevice.Emulator.Holder.Control;

/// <summary>What a verb does to the holder.</summary>
public enum ControlVerbKind
{
    /// <summary>Does something to the holder or its surroundings.</summary>
    Act,

    /// <summary>Looks, and changes nothing.</summary>
    Look,

    /// <summary>Decides how virtual time passes.</summary>
    Time,

    /// <summary>Begins or ends what is pushed to the one client that asks; for channels that stay open.</summary>
    Push,
}
