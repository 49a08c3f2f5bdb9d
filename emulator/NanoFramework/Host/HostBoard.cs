namespace IqosDevice.NanoFramework.Host;

/// <summary>
/// The board behind the stand-ins. nanoFramework's statics (GPIO controllers, the Bluetooth server, files) belong
/// to one device; here many devices share a process, so they resolve to the board that the running thread has
/// entered last.
/// </summary>
public abstract class HostBoard
{
    [ThreadStatic]
    private static HostBoard? current;

    /// <summary>The board of the code that runs now.</summary>
    /// <exception cref="InvalidOperationException">No board has been entered on this thread.</exception>
    public static HostBoard Current =>
        current ?? throw new InvalidOperationException("Firmware code runs only inside HostBoard.Enter().");

    public abstract IGpioPort Gpio { get; }

    public abstract IAdcPort Adc { get; }

    public abstract IPwmPort Pwm { get; }

    public abstract II2cPort I2c { get; }

    public abstract IStoragePort Storage { get; }

    public abstract IBluetoothPort Bluetooth { get; }

    public abstract IHostPort Host { get; }

    /// <summary>State of the stand-ins that the real packages keep in statics.</summary>
    public StandInState StandIns { get; } = new();

    /// <summary>Makes this board the current one until the result is disposed; nests.</summary>
    public Scope Enter()
    {
        var scope = new Scope(current);
        current = this;
        return scope;
    }

    /// <summary>Restores the board that was current before.</summary>
    public readonly ref struct Scope
    {
        private readonly HostBoard? previous;

        internal Scope(HostBoard? previous) => this.previous = previous;

        public void Dispose() => current = previous;
    }
}
