namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A client that asked for notifications of a characteristic.</summary>
public class GattSubscribedClient
{
    internal GattSubscribedClient(GattSession session) => Session = session;

    /// <summary>Knows the connection's number; its MTU is always 0.</summary>
    public GattSession Session { get; }

    /// <summary>Follows from the session's MTU, so it is always 0, too.</summary>
    public ushort MaxNotificationSize => Session.MaxMtuSize;
}
