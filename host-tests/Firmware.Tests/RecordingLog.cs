using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Tests;

/// <summary>Keeps the lines that the firmware writes.</summary>
internal sealed class RecordingLog : ILogPort
{
    public List<string> Lines { get; } = [];

    public void Write(string line) => Lines.Add(line);
}
