using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Scenarios.Running;

/// <summary>A characteristic by the name that scenarios use for it.</summary>
public sealed record HolderCharacteristic(string Name, Uuid Type)
{
    /// <summary>The SCP control point: requests and replies.</summary>
    public static HolderCharacteristic Scp { get; } = new("scp", Uuid.Parse("e16c6e20-b041-11e4-a4c3-0002a5d5c51b"));

    /// <summary>Those of the holder's table (docs/protocol.md).</summary>
    public static IReadOnlyList<HolderCharacteristic> All { get; } =
    [
        Scp,
        new("battery", Uuid.Parse("f8a54120-b041-11e4-9be7-0002a5d5c51b")),
        new("deviceStatus", Uuid.Parse("ecdfa4c0-b041-11e4-8b67-0002a5d5c51b")),
        new("holderStatus", Uuid.Parse("6cba9c12-9b0b-47ce-a78e-e6ed36c553b9")),
        new("eventLog", Uuid.Parse("6cba9c13-9b0b-47ce-a78e-e6ed36c553b9")),
        new("upgradeControl", Uuid.Parse("fe272aa0-b041-11e4-87cb-0002a5d5c51b")),
        new("upgradeStatus", Uuid.Parse("15c32c40-b042-11e4-a643-0002a5d5c51b")),
        new("modelNumber", Uuid.Parse("2a24")),
        new("serialNumber", Uuid.Parse("2a25")),
        new("softwareRevision", Uuid.Parse("2a28")),
        new("manufacturerName", Uuid.Parse("2a29")),
        new("batteryLevel", Uuid.Parse("2a19")),
        new("batteryLevelStatus", Uuid.Parse("2bed")),
    ];

    /// <summary>By name or by UUID; null where the text is neither.</summary>
    public static HolderCharacteristic? Find(string text)
    {
        if (All.FirstOrDefault(known => known.Name == text) is { } named)
        {
            return named;
        }

        try
        {
            Uuid type = Uuid.Parse(text);
            return All.FirstOrDefault(known => known.Type == type) ?? new HolderCharacteristic(text, type);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
