using IqosDevice.NanoFramework.Host;

namespace IqosDevice.Emulator.Board;

/// <summary>The ESP32's pins: outputs drive what is wired to them, inputs see their driver or a pull-up.</summary>
public sealed class GpioBank : IGpioPort
{
    private const int PinCount = 40;

    private readonly bool[] outputs = new bool[PinCount];
    private readonly bool[] latches = new bool[PinCount];
    private readonly Func<bool>?[] drivers = new Func<bool>?[PinCount];
    private readonly Action<bool>?[] loads = new Action<bool>?[PinCount];

    /// <summary>Wires a pin to something that gives its level.</summary>
    public void AttachDriver(int pin, Func<bool> level) => drivers[pin] = level;

    /// <summary>Wires a pin to something that follows its level.</summary>
    public void AttachLoad(int pin, Action<bool> changed) => loads[pin] = changed;

    /// <summary>Reset: every pin is an input, every load sees a low level.</summary>
    public void Reset()
    {
        for (int pin = 0; pin < PinCount; pin++)
        {
            outputs[pin] = false;
            latches[pin] = false;
            loads[pin]?.Invoke(false);
        }
    }

    /// <inheritdoc/>
    public bool Read(int pin)
    {
        if (!Exists(pin))
        {
            return false;
        }

        return outputs[pin] ? latches[pin] : drivers[pin]?.Invoke() ?? true;
    }

    /// <inheritdoc/>
    public void Write(int pin, bool high)
    {
        if (Exists(pin))
        {
            latches[pin] = high;
            Drive(pin);
        }
    }

    /// <inheritdoc/>
    public void SetMode(int pin, bool output)
    {
        if (Exists(pin))
        {
            outputs[pin] = output;
            Drive(pin);
        }
    }

    /// <summary>A pin that is no output drives nothing: the load's own pull-down wins.</summary>
    private void Drive(int pin) => loads[pin]?.Invoke(outputs[pin] && latches[pin]);

    private static bool Exists(int pin) => (uint)pin < PinCount;
}
