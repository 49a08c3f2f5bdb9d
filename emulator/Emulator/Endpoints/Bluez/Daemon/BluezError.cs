using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Endpoints.Bluez.Daemon;

/// <summary>Errors of BlueZ (doc/org.bluez.*.rst of BlueZ, "Possible errors"; src/error.c).</summary>
internal static class BluezError
{
    private const string Prefix = "org.bluez.Error.";

    public static DBusError Failed(string message) => new(Prefix + "Failed", message);

    /// <summary>What a client gets that connects to a holder which does not advertise.</summary>
    public static DBusError ConnectionTimeout() => Failed("le-connection-timeout");

    public static DBusError ConnectionAborted() => Failed("le-connection-abort-by-local");

    public static DBusError InProgress() => new(Prefix + "InProgress", "Operation already in progress");

    public static DBusError NotConnected() => new(Prefix + "NotConnected", "Not Connected");

    public static DBusError NotReady() => new(Prefix + "NotReady", "Resource Not Ready");

    public static DBusError NotAvailable() => new(Prefix + "NotAvailable", "Operation currently not available");

    public static DBusError NotSupported() => new(Prefix + "NotSupported", "Operation is not supported");

    public static DBusError NotPermitted(string message) => new(Prefix + "NotPermitted", message);

    public static DBusError AlreadyExists() => new(Prefix + "AlreadyExists", "Already Exists");

    public static DBusError DoesNotExist() => new(Prefix + "DoesNotExist", "Does Not Exist");

    public static DBusError InvalidArguments() => new(Prefix + "InvalidArguments", "Invalid arguments in method call");

    public static DBusError InvalidValueLength() => new(Prefix + "InvalidValueLength", "Invalid Length");

    public static DBusError InvalidOffset() => new(Prefix + "InvalidOffset", "Invalid offset");

    /// <summary>As the daemon's GATT client translates what a holder answers (src/gatt-client.c, create_gatt_dbus_error).</summary>
    public static DBusError Of(AttErrorCode error) => error switch
    {
        _ when error == AttErrorCode.ReadNotPermitted => NotPermitted("Read not permitted"),
        _ when error == AttErrorCode.WriteNotPermitted => NotPermitted("Write not permitted"),
        _ when error == AttErrorCode.InsufficientAuthentication || error == AttErrorCode.InsufficientEncryption
            || error == AttErrorCode.EncryptionKeySizeTooShort => NotPermitted("Not paired"),
        _ when error == AttErrorCode.InvalidOffset => InvalidOffset(),
        _ when error == AttErrorCode.InvalidAttributeValueLength => InvalidValueLength(),
        _ when error == AttErrorCode.InsufficientAuthorization => new DBusError(Prefix + "NotAuthorized", "Operation Not Authorized"),
        _ when error == AttErrorCode.RequestNotSupported => NotSupported(),
        _ => Failed($"Operation failed with ATT error: 0x{error.Value:x2}"),
    };
}
