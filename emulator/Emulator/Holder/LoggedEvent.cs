using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Emulator.Holder;

/// <summary>An entry of the firmware's event log as people read it.</summary>
/// <param name="Sequence">0 to 0xFFFE, then 0 again.</param>
/// <param name="Time">By the holder's clock.</param>
/// <param name="Kind">What happened; a number where this version knows no name.</param>
/// <param name="Code">Row, reason or register, by kind.</param>
/// <param name="Value">What was measured, by kind.</param>
/// <param name="Meaning">Code and value in words; empty where the kind says all.</param>
public sealed record LoggedEvent(int Sequence, DateTime Time, string Kind, int Code, int Value, string Meaning)
{
    private static readonly DateTime Epoch = new(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    internal static LoggedEvent Of(HolderEvent entry) => new(
        entry.Sequence, Epoch.AddSeconds(entry.Seconds), entry.Kind.ToString(), entry.Code, entry.Value,
        Describe(entry.Kind, entry.Code, entry.Value));

    private static string Describe(EventKind kind, int code, int value) => kind switch
    {
        EventKind.SessionStarted => $"ready after {value} s",
        EventKind.SessionEnded => $"{(SessionEndReason)code}, {value} puffs",
        EventKind.StartRefused => $"{(StartRefusal)code} ({value})",
        EventKind.Fault => $"row {code} at {value} °C: {FaultManual.NameOf(code)}",
        EventKind.Lock => value != 0 ? "locked" : "unlocked",
        EventKind.ChargeStarted or EventKind.ChargeEnded => $"{value} %",
        EventKind.RecordLost => $"record {code}",
        EventKind.Calibrated => code == 0 ? $"taken: {value * 0.1:F1} mJ/K" : "not taken",
        EventKind.GaugeReset => $"{(GaugeReset)code}, now {value} %",
        EventKind.ChargeStopped => $"{(ChargeStop)code} after {value} min",
        EventKind.SettingChanged => $"register {code:X2}, value {value}",
        _ => string.Empty,
    };
}
