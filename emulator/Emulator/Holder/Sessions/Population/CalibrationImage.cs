using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>
/// The flash of a unit that was calibrated at the end of its production line: the firmware's own settings record with
/// its R0, and nothing else.
/// </summary>
internal static class CalibrationImage
{
    private const byte SettingsKind = 0;

    // The sequence number's lowest bit is the slot's.
    private const uint FirstSequence = 2;
    private const string FirstSlot = "I:\\iqos\\record0.0";

    /// <summary>Content of the flash, by path.</summary>
    public static IReadOnlyDictionary<string, byte[]> Flash(int r0MicroOhm)
    {
        var record = new SettingsRecord(SettingsKind, new Settings { HeaterR0MicroOhm = r0MicroOhm });
        byte[] image = new byte[RecordImage.HeaderBytes + record.PayloadBytes + RecordImage.ChecksumBytes];
        RecordImage.Write(record, FirstSequence, image);
        return new Dictionary<string, byte[]>(StringComparer.Ordinal) { [FirstSlot] = image };
    }
}
