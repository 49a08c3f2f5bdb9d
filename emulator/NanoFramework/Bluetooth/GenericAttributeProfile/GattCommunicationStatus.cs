namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>Outcome of an exchange with a client.</summary>
public enum GattCommunicationStatus
{
    Success = 0,
    Unreachable = 1,
    ProtocolError = 2,
    AccessDenied = 3,
}
