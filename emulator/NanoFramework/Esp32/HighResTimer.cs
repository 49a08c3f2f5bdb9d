using IqosDevice.NanoFramework.Host;

namespace nanoFramework.Hardware.Esp32;

/// <summary>The esp_timer. Only its clock is here: its events are too late for a control loop.</summary>
public static class HighResTimer
{
    /// <summary>Microseconds since boot.</summary>
    public static ulong GetCurrent() => HostBoard.Current.Host.MicrosecondsSinceBoot;
}
