namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>A property; every one can be read, where it has a value.</summary>
internal sealed record PropertyDescription(string Name, string Type, bool CanWrite = false);
