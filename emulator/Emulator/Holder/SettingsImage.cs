using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Emulator.Holder;

/// <summary>
/// The flash of a unit that has been given its settings before its first start: the firmware's own records of settings
/// and of the unit's calibration, and nothing else.
/// </summary>
public static class SettingsImage
{
    private const byte SettingsKind = 0;
    private const byte CalibrationKind = RecordStore.RecordCount - 1;

    // The sequence number's lowest bit is the slot's.
    private const uint FirstSequence = 2;

    /// <summary>Content of the flash, by path.</summary>
    /// <param name="settings">What was set and calibrated.</param>
    /// <param name="gauge">What the gauge has learned; null for a new unit.</param>
    public static IReadOnlyDictionary<string, byte[]> Flash(Settings settings, GaugeRecord? gauge = null)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        Add(new SettingsRecord(SettingsKind, settings));
        if (settings.Unit.HeatCapacityMicroJoule != 0)
        {
            Add(new CalibrationRecord(CalibrationKind, settings.Unit));
        }

        if (gauge is not null)
        {
            Add(gauge);
        }

        return files;

        void Add(StoredRecord record)
        {
            byte[] image = new byte[RecordImage.HeaderBytes + record.PayloadBytes + RecordImage.ChecksumBytes];
            RecordImage.Write(record, FirstSequence, image);
            files[$"I:\\iqos\\record{record.Kind}.0"] = image;
        }
    }
}
