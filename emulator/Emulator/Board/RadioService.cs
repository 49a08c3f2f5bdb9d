namespace IqosDevice.Emulator.Board;

/// <summary>A primary service as the firmware defined it.</summary>
public sealed record RadioService(Guid Uuid, IReadOnlyList<RadioCharacteristic> Characteristics);
