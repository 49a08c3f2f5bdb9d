namespace IqosDevice.Client.Values;

/// <summary>States of the holder as Holder status numbers them.</summary>
public enum HolderState : byte
{
    Off,
    Sleep,
    Charging,
    Ready,
    StickInserted,
    Preheat,
    Session,
    EndWarning,
    Cooling,
    Paused,
    Locked,
    TemperatureFault,
    LowBattery,
    Error,
    Reset,
    Updating,
}
