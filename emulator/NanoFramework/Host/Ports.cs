using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace IqosDevice.NanoFramework.Host;

/// <summary>Digital pins, by GPIO number.</summary>
public interface IGpioPort
{
    /// <summary>Level at a pin, whoever drives it.</summary>
    bool Read(int pin);

    /// <summary>Drives an output pin.</summary>
    void Write(int pin, bool high);

    /// <summary>The firmware configured a pin.</summary>
    void SetMode(int pin, bool output);
}

/// <summary>ADC1 of the ESP32: 12 bit, uncalibrated.</summary>
public interface IAdcPort
{
    /// <summary>Converts once, 0..4095.</summary>
    int Read(int channel);
}

/// <summary>LEDC channels, by GPIO number.</summary>
public interface IPwmPort
{
    /// <summary>Duty in 1/10000 at a frequency; <paramref name="running"/> false drives the pin low.</summary>
    void Set(int pin, int frequencyHz, int dutyTenThousandths, bool running);
}

/// <summary>I2C buses.</summary>
public interface II2cPort
{
    /// <summary>A write followed by a read with a repeated start; either part may be empty.</summary>
    /// <returns>False where no chip acknowledges the address.</returns>
    bool Transfer(int bus, int address, ReadOnlySpan<byte> write, Span<byte> read);
}

/// <summary>Files of the internal volume, whole contents. Paths start with <c>I:\</c>.</summary>
public interface IStoragePort
{
    bool FileExists(string path);

    bool DirectoryExists(string path);

    void CreateDirectory(string path);

    byte[]? ReadFile(string path);

    /// <summary>Makes a new content durable (called when the file is disposed).</summary>
    /// <exception cref="IOException">The medium refused, or the power went: the content may be torn.</exception>
    void CommitFile(string path, byte[] content);

    void DeleteFile(string path);

    IReadOnlyList<string> ListFiles(string directory);
}

/// <summary>Clock and console of the device.</summary>
public interface IHostPort
{
    /// <summary>Microseconds since boot, as <c>HighResTimer.GetCurrent()</c> gives them.</summary>
    ulong MicrosecondsSinceBoot { get; }

    /// <summary>One line on the debug console.</summary>
    void WriteLine(string line);
}

/// <summary>The Bluetooth controller and host stack under <c>BluetoothLEServer</c>.</summary>
public interface IBluetoothPort
{
    /// <summary>ATT MTU of the link; 0 until the client has exchanged it.</summary>
    ushort AttMtu { get; }

    /// <summary>
    /// Brings the stack up with these services and advertises. Called once; afterwards the port delivers the
    /// client's requests through <see cref="GattDispatcher"/>.
    /// </summary>
    void Start(string deviceName, IReadOnlyList<GattServiceProvider> services, Guid advertisedService, GattDispatcher dispatcher);

    /// <summary>Takes the stack down; an existing link is dropped.</summary>
    void Stop();

    /// <summary>Sends a notification (or an indication, where the client asked for that).</summary>
    /// <returns>False where no client is connected or subscribed.</returns>
    bool Notify(GattLocalCharacteristic characteristic, byte[] value);
}
