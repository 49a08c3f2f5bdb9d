using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>
/// The flash of a unit at the end of its production line: the firmware's own records with its R0 and with what its
/// calibration run found, and nothing else.
/// </summary>
internal static class CalibrationImage
{
    private const byte SettingsKind = 0;
    private const byte CalibrationKind = RecordStore.RecordCount - 1;

    // The sequence number's lowest bit is the slot's.
    private const uint FirstSequence = 2;

    /// <summary>Content of the flash, by path.</summary>
    /// <param name="r0MicroOhm">The heater's resistance at 0 °C.</param>
    /// <param name="unit">What a calibration run found; null where none was made yet.</param>
    public static IReadOnlyDictionary<string, byte[]> Flash(int r0MicroOhm, UnitCalibration? unit = null)
    {
        var settings = new Settings { HeaterR0MicroOhm = r0MicroOhm };
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        Add(new SettingsRecord(SettingsKind, settings));
        if (unit is not null)
        {
            Add(new CalibrationRecord(CalibrationKind, unit));
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
