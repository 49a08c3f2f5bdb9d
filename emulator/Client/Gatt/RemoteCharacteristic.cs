namespace IqosDevice.Client.Gatt;

/// <summary>A characteristic that discovery found.</summary>
/// <param name="Service">UUID of its service.</param>
/// <param name="Uuid">UUID of its value.</param>
/// <param name="Properties">Characteristic properties (Core 6.0, Vol 3, Part G, 3.3.1.1).</param>
/// <param name="ValueHandle">Handle of the value.</param>
/// <param name="CccdHandle">Handle of the Client Characteristic Configuration descriptor, 0 where there is none.</param>
public sealed record RemoteCharacteristic(Guid Service, Guid Uuid, byte Properties, ushort ValueHandle, ushort CccdHandle);
