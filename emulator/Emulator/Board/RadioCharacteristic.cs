namespace IqosDevice.Emulator.Board;

/// <summary>A characteristic as the firmware defined it.</summary>
/// <param name="Index">Place among all characteristics of the radio, from 0; it names the characteristic to the chip.</param>
/// <param name="Uuid">Type.</param>
/// <param name="Properties">Properties as they travel (Core 6.0, Vol 3, Part G, 3.3.1.1).</param>
public sealed record RadioCharacteristic(int Index, Guid Uuid, byte Properties);
