using IqosDevice.NanoFramework.Host;

namespace IqosDevice.Emulator.Board;

/// <summary>The LEDC unit: duty by pin. It runs on by itself: a hung firmware leaves the last duty standing.</summary>
public sealed class PwmBank : IPwmPort
{
    private const int PinCount = 40;
    private const int FullScale = 10_000;

    private readonly int[] duties = new int[PinCount];
    private readonly Action<double>?[] loads = new Action<double>?[PinCount];

    /// <summary>Wires a pin to something that follows its duty, 0..1.</summary>
    public void AttachLoad(int pin, Action<double> changed) => loads[pin] = changed;

    /// <summary>Duty at a pin, permille.</summary>
    public int PermilleAt(int pin) => duties[pin] / (FullScale / 1000);

    /// <summary>Reset: all duties 0.</summary>
    public void Reset()
    {
        for (int pin = 0; pin < PinCount; pin++)
        {
            Apply(pin, 0);
        }
    }

    /// <inheritdoc/>
    public void Set(int pin, int frequencyHz, int dutyTenThousandths, bool running)
    {
        if ((uint)pin < PinCount)
        {
            Apply(pin, running ? Math.Clamp(dutyTenThousandths, 0, FullScale) : 0);
        }
    }

    private void Apply(int pin, int duty)
    {
        if (duties[pin] != duty)
        {
            duties[pin] = duty;
            loads[pin]?.Invoke(duty / (double)FullScale);
        }
    }
}
