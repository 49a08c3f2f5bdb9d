using IqosDevice.NanoFramework.Host;

namespace System.Device.Gpio;

/// <summary>One opened pin.</summary>
public sealed class GpioPin : IDisposable
{
    private readonly HostBoard board;
    private readonly IGpioPort port;
    private PinMode mode = PinMode.Input;
    private bool lastWritten;
    private bool disposed;

    internal GpioPin(HostBoard board, int pinNumber)
    {
        this.board = board;
        port = board.Gpio;
        PinNumber = pinNumber;
    }

    public int PinNumber { get; }

    private bool IsOutput => mode >= PinMode.Output;

    public PinMode GetPinMode() => mode;

    public bool IsPinModeSupported(PinMode pinMode) =>
        pinMode is PinMode.Input or PinMode.InputPullDown or PinMode.InputPullUp or PinMode.Output or PinMode.OutputOpenDrain;

    /// <exception cref="ArgumentException">The ESP32 has no such mode.</exception>
    public void SetPinMode(PinMode value)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!IsPinModeSupported(value))
        {
            throw new ArgumentException("Pin mode is not supported.", nameof(value));
        }

        mode = value;
        port.SetMode(PinNumber, IsOutput);
    }

    public PinValue Read()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return port.Read(PinNumber);
    }

    /// <exception cref="InvalidOperationException">The pin is not an output.</exception>
    public void Write(PinValue value)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!IsOutput)
        {
            throw new InvalidOperationException("The pin is not an output.");
        }

        lastWritten = (bool)value;
        port.Write(PinNumber, lastWritten);
    }

    /// <summary>Inverts an output; does nothing to an input.</summary>
    public void Toggle()
    {
        if (IsOutput)
        {
            Write(!lastWritten);
        }
    }

    public void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            board.StandIns.OpenPins.Remove(PinNumber);
        }
    }
}
