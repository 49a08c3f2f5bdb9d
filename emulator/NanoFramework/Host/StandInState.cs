using System.Device.Gpio;
using nanoFramework.Device.Bluetooth;
using nanoFramework.Hardware.Esp32;

namespace IqosDevice.NanoFramework.Host;

/// <summary>One board's share of what nanoFramework keeps in static fields.</summary>
public sealed class StandInState
{
    /// <summary>Type field of a <see cref="DeviceFunction"/> that is a PWM channel.</summary>
    private const int PwmFunctionType = 4;

    private readonly Dictionary<DeviceFunction, int> pinByFunction = [];
    private BluetoothLEServer? server;

    internal Dictionary<int, GpioPin> OpenPins { get; } = [];

    /// <summary>The device's one Bluetooth server, made at first use; null until then.</summary>
    internal BluetoothLEServer? ServerOrNull => server;

    internal BluetoothLEServer Server => server ??= new BluetoothLEServer();

    /// <summary>The server was disposed: the next use makes another.</summary>
    internal void DropServer() => server = null;

    internal void SetPinFunction(int pin, DeviceFunction function) => pinByFunction[function] = pin;

    internal int GetFunctionPin(DeviceFunction function) => pinByFunction.GetValueOrDefault(function, -1);

    internal bool PinHasPwm(int pin)
    {
        foreach ((DeviceFunction function, int mappedPin) in pinByFunction)
        {
            if (mappedPin == pin && (int)function >> 16 == PwmFunctionType)
            {
                return true;
            }
        }

        return false;
    }
}
