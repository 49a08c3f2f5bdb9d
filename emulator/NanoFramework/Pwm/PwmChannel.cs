using IqosDevice.NanoFramework.Host;

namespace System.Device.Pwm;

/// <summary>One LEDC channel. The duty is held in 1/10000, the fraction below is cut off.</summary>
public sealed class PwmChannel : IDisposable
{
    private const int DutySteps = 10000;

    private readonly IPwmPort port;
    private readonly int pin;
    private int frequency;
    private int dutyTenThousandths;
    private bool running;

    private PwmChannel(HostBoard board, int pin, int frequency, double dutyCyclePercentage)
    {
        port = board.Pwm;
        this.pin = pin;
        this.frequency = frequency;
        DutyCycle = dutyCyclePercentage;
    }

    /// <summary>Hertz.</summary>
    public int Frequency
    {
        get => frequency;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            frequency = value;
            Apply();
        }
    }

    /// <summary>0.0..1.0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside of that range, or not a number.</exception>
    public double DutyCycle
    {
        get => dutyTenThousandths / (double)DutySteps;
        set
        {
            if (!(value is >= 0.0 and <= 1.0))
            {
                throw new ArgumentOutOfRangeException(nameof(value));
            }

            dutyTenThousandths = (int)(value * DutySteps);
            Apply();
        }
    }

    /// <summary>A channel on a pin.</summary>
    /// <returns>
    /// Null where the pin has not been given a PWM function by
    /// <see cref="nanoFramework.Hardware.Esp32.Configuration.SetPinFunction"/>: the package does not throw there.
    /// </returns>
    public static PwmChannel? CreateFromPin(int pin, int frequency = 400, double dutyCyclePercentage = 0.5)
    {
        HostBoard current = HostBoard.Current;
        return current.StandIns.PinHasPwm(pin) ? new PwmChannel(current, pin, frequency, dutyCyclePercentage) : null;
    }

    public void Start()
    {
        running = true;
        Apply();
    }

    public void Stop()
    {
        running = false;
        Apply();
    }

    public void Dispose() => Stop();

    private void Apply() => port.Set(pin, frequency, dutyTenThousandths, running);
}
