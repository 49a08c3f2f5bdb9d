namespace IqosDevice.Portal.Devices;

/// <summary>The models that are sold here.</summary>
public static class DeviceModels
{
    public static IReadOnlyList<string> Served { get; } = ["ILUMA", "ILUMA PRIME", "ILUMA ONE", "ILUMA i", "ILUMA i PRIME", "ILUMA i ONE"];

    public static bool IsServed(string model) => Served.Contains(model, StringComparer.Ordinal);
}
