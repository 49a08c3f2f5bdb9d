namespace IqosDevice.Emulator.Gatt;

/// <summary>A whole value put together from prepared parts.</summary>
internal readonly record struct PreparedValue(AttributeEntry Entry, byte[] Value);
