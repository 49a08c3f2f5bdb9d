using IqosDevice.Emulator.Endpoints.Bluez.DBus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Daemon;

/// <summary>What one client wants to hear of (org.bluez.Adapter1, SetDiscoveryFilter).</summary>
internal sealed record DiscoveryFilter
{
    public static readonly IReadOnlyList<string> Options = ["UUIDs", "RSSI", "Pathloss", "Transport", "DuplicateData", "Discoverable", "Pattern"];

    private DiscoveryFilter()
    {
    }

    /// <summary>Everything.</summary>
    public static DiscoveryFilter None { get; } = new();

    private IReadOnlyList<string> Uuids { get; init; } = [];

    private short? LeastRssi { get; init; }

    private bool WantsLowEnergy { get; init; } = true;

    private bool WantsPathloss { get; init; }

    private string Pattern { get; init; } = string.Empty;

    /// <exception cref="DBusError">An option is unknown or of a wrong type.</exception>
    public static DiscoveryFilter Parse(Dictionary<string, Variant> options)
    {
        DiscoveryFilter filter = None;
        foreach ((string name, Variant option) in options)
        {
            filter = (name, option.Value) switch
            {
                ("UUIDs", List<object> texts) when option.Signature == "as" => filter with { Uuids = [.. texts.Cast<string>().Select(Normalize)] },
                ("RSSI", short rssi) => filter with { LeastRssi = rssi },
                ("Pathloss", ushort) => filter with { WantsPathloss = true },
                ("Transport", "auto" or "le") => filter with { WantsLowEnergy = true },
                ("Transport", "bredr") => filter with { WantsLowEnergy = false },
                ("DuplicateData" or "Discoverable", bool) => filter,
                ("Pattern", string pattern) => filter with { Pattern = pattern },
                _ => throw BluezError.InvalidArguments(),
            };
        }

        return filter.LeastRssi is not null && filter.WantsPathloss ? throw BluezError.InvalidArguments() : filter;
    }

    /// <summary>Whether an advertisement is wanted.</summary>
    public bool Accepts(string name, string address, IEnumerable<string> advertisedUuids, short rssiDbm) =>
        WantsLowEnergy

        // A path loss is reckoned from the power that was sent, and holders do not tell theirs.
        && !WantsPathloss
        && (LeastRssi is null || rssiDbm >= LeastRssi)
        && (Uuids.Count == 0 || advertisedUuids.Any(uuid => Uuids.Contains(uuid, StringComparer.Ordinal)))
        && (Pattern.Length == 0 || name.StartsWith(Pattern, StringComparison.Ordinal) || address.StartsWith(Pattern, StringComparison.OrdinalIgnoreCase));

    /// <summary>Clients write short and long UUIDs, in any case.</summary>
    private static string Normalize(string text)
    {
        string digits = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text[2..] : text;
        return digits.Length <= 8 && uint.TryParse(digits, System.Globalization.NumberStyles.AllowHexSpecifier, null, out uint value)
            ? $"{value:x8}-0000-1000-8000-00805f9b34fb"
            : Guid.TryParse(digits, out Guid uuid) ? uuid.ToString() : throw BluezError.InvalidArguments();
    }
}
