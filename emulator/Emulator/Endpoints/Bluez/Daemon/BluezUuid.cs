using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Endpoints.Bluez.Daemon;

/// <summary>BlueZ writes every UUID in its long form.</summary>
internal static class BluezUuid
{
    public static string ToText(Uuid uuid) => uuid.Value.ToString();
}
