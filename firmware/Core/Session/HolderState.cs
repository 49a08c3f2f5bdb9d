namespace IqosDevice.Firmware.Core.Session
{
    /// <summary>States of the holder, in the order in which Holder status numbers them (protocol.md, section 7).</summary>
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
}
