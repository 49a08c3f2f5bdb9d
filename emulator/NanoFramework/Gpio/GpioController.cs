using IqosDevice.NanoFramework.Host;

namespace System.Device.Gpio;

/// <summary>The chip's pins; every controller of one device shares them.</summary>
public sealed class GpioController : IDisposable
{
    /// <summary>GPIO numbers of the ESP32 are 0..39.</summary>
    private const int Esp32PinCount = 40;

    private readonly HostBoard board = HostBoard.Current;

    public int PinCount => Esp32PinCount;

    public GpioPin OpenPin(int pinNumber) => OpenPin(pinNumber, PinMode.Input);

    /// <exception cref="ArgumentOutOfRangeException">The chip has no such pin.</exception>
    /// <exception cref="InvalidOperationException">The pin is open already.</exception>
    public GpioPin OpenPin(int pinNumber, PinMode mode)
    {
        if (pinNumber is < 0 or >= Esp32PinCount)
        {
            throw new ArgumentOutOfRangeException(nameof(pinNumber));
        }

        var pin = new GpioPin(board, pinNumber);
        if (!board.StandIns.OpenPins.TryAdd(pinNumber, pin))
        {
            throw new InvalidOperationException("The pin is open already.");
        }

        pin.SetPinMode(mode);
        return pin;
    }

    public bool IsPinOpen(int pinNumber) => board.StandIns.OpenPins.ContainsKey(pinNumber);

    public void ClosePin(int pinNumber)
    {
        if (board.StandIns.OpenPins.TryGetValue(pinNumber, out GpioPin? pin))
        {
            pin.Dispose();
        }
    }

    public void Dispose()
    {
        // The pins belong to the chip: other controllers, and whoever opened a pin, keep using them.
    }
}
