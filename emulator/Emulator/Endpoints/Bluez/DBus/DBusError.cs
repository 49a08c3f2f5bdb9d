namespace IqosDevice.Emulator.Endpoints.Bluez.DBus;

/// <summary>A call that cannot be answered but with an error; the bus sends it (D-Bus specification, "Errors").</summary>
internal sealed class DBusError : Exception
{
    private const string Standard = "org.freedesktop.DBus.Error.";

    public DBusError(string name, string message)
        : base(message)
        => Name = name;

    /// <summary>E.g. <c>org.bluez.Error.Failed</c>.</summary>
    public string Name { get; }

    public static DBusError UnknownObject(string path) => new(Standard + "UnknownObject", $"There is no object {path}.");

    public static DBusError UnknownInterface(string path, string name) =>
        new(Standard + "UnknownInterface", $"The object {path} has no interface {name}.");

    public static DBusError UnknownMethod(string member, string interfaceName, string signature) =>
        new(Standard + "UnknownMethod", $"Method \"{member}\" with signature \"{signature}\" on interface \"{interfaceName}\" doesn't exist");

    public static DBusError UnknownProperty(string name) => new(Standard + "UnknownProperty", $"There is no property {name}.");

    public static DBusError PropertyReadOnly(string name) => new(Standard + "PropertyReadOnly", $"The property {name} cannot be set.");

    public static DBusError Failed(string message) => new(Standard + "Failed", message);

    public static DBusError UnixProcessIdUnknown(string name) => new(Standard + "UnixProcessIdUnknown", $"The process of {name} is not known.");

    public static DBusError AdtAuditDataUnknown(string name) => new(Standard + "AdtAuditDataUnknown", $"{name} has no audit session.");

    public static DBusError SELinuxSecurityContextUnknown(string name) =>
        new(Standard + "SELinuxSecurityContextUnknown", $"{name} has no SELinux context.");

    public static DBusError InvalidArgs(string message) => new(Standard + "InvalidArgs", message);

    public static DBusError AccessDenied(string message) => new(Standard + "AccessDenied", message);

    public static DBusError NameHasNoOwner(string name) => new(Standard + "NameHasNoOwner", $"The name {name} has no owner.");

    public static DBusError ServiceUnknown(string name) => new(Standard + "ServiceUnknown", $"The name {name} was not provided by any .service files");

    public static DBusError MatchRuleInvalid(string message) => new(Standard + "MatchRuleInvalid", message);

    public static DBusError MatchRuleNotFound() => new(Standard + "MatchRuleNotFound", "There is no such match rule.");

    public static DBusError LimitsExceeded(string message) => new(Standard + "LimitsExceeded", message);

    public static DBusError NotSupported(string message) => new(Standard + "NotSupported", message);
}
