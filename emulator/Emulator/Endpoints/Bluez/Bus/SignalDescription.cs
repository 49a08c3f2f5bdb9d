namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>A signal with what it carries.</summary>
internal sealed record SignalDescription(string Name, params ArgumentDescription[] Arguments);
