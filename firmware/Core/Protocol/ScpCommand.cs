namespace IqosDevice.Firmware.Core.Protocol
{
    /// <summary>
    /// Commands of protocol.md, section 4. A read and a write of the same thing are one command: CTRL bit 6 tells
    /// them apart.
    /// </summary>
    public enum ScpCommand
    {
        Unknown,
        FirmwareVersion,
        ProductNumber,
        BatteryGauge,
        LockStatus,
        Brightness,
        HolderBrightness,
        Vibration,
        ChargeStartVibration,
        ChargeStartVibrationCommit,
        FindMyDevice,
        Lock,
        AutoStart,
        PauseMode,
        SmartGesture,
        OldGesture,
        OldGestureCommit,
        FlexBattery,
        FlexPuff,
        Telemetry,
        Clock,
        OtherLongRead,
    }
}
