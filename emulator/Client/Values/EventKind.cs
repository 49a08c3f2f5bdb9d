namespace IqosDevice.Client.Values;

/// <summary>What an event log entry tells; unknown numbers are kept as they are.</summary>
public enum EventKind : byte
{
    Unknown = 0,
    Boot = 1,
    SessionStarted = 2,
    SessionEnded = 3,
    StartRefused = 4,
    Fault = 5,
    Reset = 6,
    Lock = 7,
    ChargeStarted = 8,
    ChargeEnded = 9,
    RecordLost = 10,
    SettingChanged = 11,
    Warning = 12,
    Serviced = 13,
    Calibrated = 14,
    GaugeReset = 15,
    ChargeStopped = 16,
}
