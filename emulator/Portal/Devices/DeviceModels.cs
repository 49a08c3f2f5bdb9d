namespace IqosDevice.Portal.Devices;

/// <summary>The models that are sold here, and the countries from which devices are taken on.</summary>
public static class DeviceModels
{
    public const string HomeCountry = "HU";

    public static IReadOnlyList<string> Served { get; } = ["ILUMA", "ILUMA PRIME", "ILUMA ONE", "ILUMA i", "ILUMA i PRIME", "ILUMA i ONE"];

    /// <summary>European Economic Area, Switzerland and the United Kingdom.</summary>
    public static IReadOnlyList<string> ServedCountries { get; } =
    [
        HomeCountry, "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "IE", "IS", "IT", "LI",
        "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
    ];

    public static bool IsServed(string model) => Served.Contains(model, StringComparer.Ordinal);
}
