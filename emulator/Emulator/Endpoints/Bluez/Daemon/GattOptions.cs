using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Endpoints.Bluez.Daemon;

/// <summary>Options of ReadValue and WriteValue; unknown ones are ignored, as the daemon does.</summary>
/// <param name="Offset">Where in the value to begin, bytes.</param>
/// <param name="Type">"command", "request" or "reliable", in lower case; null where the client leaves it open.</param>
internal readonly record struct GattOptions(ushort Offset, string? Type)
{
    /// <summary>Reads the options, the last argument of a call.</summary>
    /// <exception cref="DBusError">One of them has a wrong type or value.</exception>
    public static GattOptions Read(ref MessageReader arguments)
    {
        Dictionary<string, Variant> options = ValueReader.ReadOptions(ref arguments);
        ushort offset = 0;
        string? type = null;
        if (options.TryGetValue("offset", out Variant? offsetOption))
        {
            offset = offsetOption.Value is ushort number ? number : throw BluezError.InvalidArguments();
        }

        if (options.TryGetValue("type", out Variant? typeOption))
        {
            type = typeOption.Value is string text ? text.ToLowerInvariant() : throw BluezError.InvalidArguments();
        }

        return offset <= AttLimits.LongestValueBytes ? new GattOptions(offset, type) : throw BluezError.InvalidOffset();
    }
}
