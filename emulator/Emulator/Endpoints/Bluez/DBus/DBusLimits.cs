namespace IqosDevice.Emulator.Endpoints.Bluez.DBus;

/// <summary>
/// Limits. The specification allows more (128 MiB a message, 64 MiB an array); nobody has that much to say to a Bluetooth
/// daemon, and a bus, too, may allow less ("Message Format", "max_message_size").
/// </summary>
internal static class DBusLimits
{
    public const int MostMessageBytes = 256 * 1024;

    public const int MostArrayBytes = 128 * 1024;

    /// <summary>Longest signature ("Valid Signatures").</summary>
    public const int MostSignatureBytes = 255;

    /// <summary>Arrays in arrays, and structs in structs ("Valid Signatures").</summary>
    public const int MostDepth = 32;

    /// <summary>Containers of any kind in one another, through variants ("Marshalling (Wire Format)").</summary>
    public const int MostTotalDepth = 64;

    /// <summary>Longest name of a bus, an interface, a member or an error ("Valid Names").</summary>
    public const int MostNameBytes = 255;

    /// <summary>A line of the authentication.</summary>
    public const int MostAuthLineBytes = 1024;

    /// <summary>Rules of a client, each of at most this many characters: as dbus-daemon has it.</summary>
    public const int MostMatchRules = 512;

    public const int MostMatchRuleLength = 1024;

    public const int MostNamesOfOneClient = 64;
}
