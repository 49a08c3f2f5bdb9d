using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Emulator.Holder;

/// <summary>
/// The flash of a unit that has been given its settings before its first start: the firmware's own settings record,
/// and nothing else.
/// </summary>
public static class SettingsImage
{
    private const byte SettingsKind = 0;

    // The sequence number's lowest bit is the slot's.
    private const uint FirstSequence = 2;
    private const string FirstSlot = "I:\\iqos\\record0.0";

    /// <summary>Content of the flash, by path.</summary>
    public static IReadOnlyDictionary<string, byte[]> Flash(Settings settings)
    {
        var record = new SettingsRecord(SettingsKind, settings);
        byte[] image = new byte[RecordImage.HeaderBytes + record.PayloadBytes + RecordImage.ChecksumBytes];
        RecordImage.Write(record, FirstSequence, image);
        return new Dictionary<string, byte[]>(StringComparer.Ordinal) { [FirstSlot] = image };
    }
}
