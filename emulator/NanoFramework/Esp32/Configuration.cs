using IqosDevice.NanoFramework.Host;

namespace nanoFramework.Hardware.Esp32;

/// <summary>Routing of functions to pins; the ESP32 can put nearly every function on nearly every pin.</summary>
public static class Configuration
{
    /// <summary>Gives a pin a function; the pin that had it loses it.</summary>
    public static void SetPinFunction(int pin, DeviceFunction value) => HostBoard.Current.StandIns.SetPinFunction(pin, value);

    /// <summary>The pin that has a function, -1 for none.</summary>
    public static int GetFunctionPin(DeviceFunction function) => HostBoard.Current.StandIns.GetFunctionPin(function);
}
