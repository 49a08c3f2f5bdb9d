namespace IqosDevice.Emulator.Endpoints.Bluez.DBus;

/// <summary>An object's path, apart from other strings because a variant tells the two apart.</summary>
/// <param name="Text">E.g. <c>/org/bluez/hci0</c>.</param>
internal readonly record struct ObjectPath(string Text)
{
    public override string ToString() => Text;
}
