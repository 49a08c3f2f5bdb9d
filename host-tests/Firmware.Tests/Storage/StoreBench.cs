using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Storage;

/// <summary>One life of the firmware over a medium: everything that is stored, loaded.</summary>
internal sealed class StoreBench
{
    public const uint RtcSeconds = 1000;

    public StoreBench(TearingStorage medium)
    {
        Store = new RecordStore(medium, Settings, Usage, Log, Diagnostics);
        LostCount = Store.Load(RtcSeconds);
    }

    public Settings Settings { get; } = new();

    public UsageCounters Usage { get; } = new();

    public EventLog Log { get; } = new();

    public RecordingLog Diagnostics { get; } = new();

    public RecordStore Store { get; }

    public int LostCount { get; }

    /// <summary>Changes every record to what belongs to a version of the content.</summary>
    public void Change(int version)
    {
        Settings.BrightnessPercent = version;
        Settings.HeaterR0MicroOhm = 800000 + version;
        Settings.Locked = version % 2 == 1;
        Settings.Dirty = true;
        Usage.TotalUses = (uint)version * 1000;
        Usage.LatchedFaultRow = version;
        Usage.Dirty = true;
        Store.Gauge.Content.AsSpan(0, 20).Fill((byte)version);
        Store.Gauge.Store(20);
        Settings.Unit.HeatCapacityMicroJoule = version;
        Settings.Unit.LossMicroWatt = 2 * version;
        Settings.Unit.Dirty = true;
        for (int entry = 0; entry < EventLog.CapacityCount; entry++)
        {
            Log.Add(EventKind.SettingChanged, version, entry, (uint)version);
        }
    }

    /// <summary>The version that a record holds; 0 for defaults, -1 for a mixture.</summary>
    public int VersionOf(int record)
    {
        switch (record)
        {
            case 0:
                bool isDefault = Settings.HeaterR0MicroOhm == 800000 && Settings.BrightnessPercent == 100;
                int version = isDefault ? 0 : Settings.BrightnessPercent;
                return Settings.HeaterR0MicroOhm == 800000 + version && Settings.Locked == (version % 2 == 1) ? version : -1;
            case 1:
                return Usage.TotalUses == Usage.LatchedFaultRow * 1000 ? Usage.LatchedFaultRow : -1;
            case 2:
                int first = Store.Gauge.ContentBytes == 0 ? 0 : Store.Gauge.Content[0];
                return Store.Gauge.Content.AsSpan(0, Store.Gauge.ContentBytes).ContainsAnyExcept((byte)first) ? -1 : first;
            case RecordStore.RecordCount - 1:
                UnitCalibration unit = Settings.Unit;
                return unit.LossMicroWatt == 2 * unit.HeatCapacityMicroJoule ? unit.HeatCapacityMicroJoule : -1;
            default:
                return LogVersion(record - 3);
        }
    }

    private int LogVersion(int chunk)
    {
        var versions = new HashSet<int>();
        byte[] buffer = new byte[EventLog.ChunkBytes];
        Log.WriteChunk(chunk, buffer, 0);
        for (int at = 0; at < buffer.Length; at += 10)
        {
            // Every entry carries its version as code; that a record was lost is of this life and does not count.
            if (buffer[at + 6] != (byte)EventKind.RecordLost)
            {
                versions.Add(buffer[at + 6] == 0 ? 0 : buffer[at + 7]);
            }
        }

        return versions.Count == 1 ? versions.Single() : -1;
    }
}
