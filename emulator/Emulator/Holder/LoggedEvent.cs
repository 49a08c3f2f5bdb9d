using System.Buffers.Binary;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Emulator.Holder;

/// <summary>An entry of the firmware's event log (protocol.md, event log).</summary>
/// <param name="Sequence">0 to 0xFFFE, then 0 again.</param>
/// <param name="Time">By the holder's clock.</param>
/// <param name="Kind">What happened; a number where this version knows no name.</param>
/// <param name="Code">Row, reason or register, by kind.</param>
/// <param name="Value">What was measured, by kind.</param>
/// <param name="Meaning">Code and value in words; empty where the kind says all.</param>
public sealed record LoggedEvent(int Sequence, DateTime Time, string Kind, int Code, int Value, string Meaning)
{
    private static readonly DateTime Epoch = new(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Reads ten bytes, e.g. <c>05 00 00 7E 18 1E 07 00 01 00</c>: entry 5, 2026-01-01 00:00, locked.</summary>
    internal static LoggedEvent Parse(ReadOnlySpan<byte> entry)
    {
        var kind = (EventKind)entry[6];
        int code = entry[7];
        short value = BinaryPrimitives.ReadInt16LittleEndian(entry[8..]);
        return new LoggedEvent(
            BinaryPrimitives.ReadUInt16LittleEndian(entry),
            Epoch.AddSeconds(BinaryPrimitives.ReadUInt32LittleEndian(entry[2..])),
            kind.ToString(), code, value, Describe(kind, code, value));
    }

    private static string Describe(EventKind kind, int code, int value) => kind switch
    {
        EventKind.SessionStarted => $"ready after {value} s",
        EventKind.SessionEnded => $"{(SessionEndReason)code}, {value} puffs",
        EventKind.StartRefused => $"{(StartRefusal)code} ({value})",
        EventKind.Fault => $"row {code} at {value} °C: {FaultManual.NameOf(code)}",
        EventKind.Lock => value != 0 ? "locked" : "unlocked",
        EventKind.ChargeStarted or EventKind.ChargeEnded => $"{value} %",
        EventKind.RecordLost => $"record {code}",
        EventKind.SettingChanged => $"register {code:X2}, value {value}",
        _ => string.Empty,
    };
}
