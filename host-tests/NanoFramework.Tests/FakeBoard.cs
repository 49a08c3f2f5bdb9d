using IqosDevice.NanoFramework.Host;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace IqosDevice.NanoFramework.Tests;

/// <summary>A board of dictionaries: what the stand-ins tell it can be looked at, what it answers can be set.</summary>
internal sealed class FakeBoard : HostBoard, IGpioPort, IAdcPort, IPwmPort, II2cPort, IStoragePort, IBluetoothPort, IHostPort
{
    public Dictionary<int, bool> Levels { get; } = [];

    public Dictionary<int, bool> OutputPins { get; } = [];

    public Dictionary<int, (int FrequencyHz, int Duty, bool Running)> PwmPins { get; } = [];

    public Dictionary<int, int> AdcValues { get; } = [];

    /// <summary>Answers by I2C address; an address that is missing does not acknowledge.</summary>
    public Dictionary<int, byte[]> I2cAnswers { get; } = [];

    /// <summary>Answers by I2C address and register; they win over <see cref="I2cAnswers"/>.</summary>
    public Dictionary<(int Address, int Register), byte[]> I2cRegisters { get; } = [];

    /// <summary>Every transfer, while <see cref="RecordTransfers"/> is on.</summary>
    public List<(int Bus, int Address, byte[] Written)> I2cTransfers { get; } = [];

    public bool RecordTransfers { get; set; } = true;

    /// <summary>The medium refuses every write from now on.</summary>
    public bool StorageFails { get; set; }

    /// <summary>The converter fails as a broken driver would.</summary>
    public bool AdcFails { get; set; }

    public Dictionary<string, byte[]> Files { get; } = [];

    public HashSet<string> Folders { get; } = ["I:\\"];

    public List<string> Lines { get; } = [];

    public List<(Guid Characteristic, byte[] Value)> Notifications { get; } = [];

    public (string DeviceName, Guid[] Services, Guid Advertised)? Started { get; private set; }

    public GattDispatcher? Dispatcher { get; private set; }

    public bool NotifyResult { get; set; } = true;

    /// <summary>The radio's package fails as it does when a client leaves in the middle of a notification.</summary>
    public bool BluetoothFails { get; set; }

    public ushort AttMtu { get; set; }

    public ulong MicrosecondsSinceBoot { get; set; }

    public override IGpioPort Gpio => this;

    public override IAdcPort Adc => this;

    public override IPwmPort Pwm => this;

    public override II2cPort I2c => this;

    public override IStoragePort Storage => this;

    public override IBluetoothPort Bluetooth => this;

    public override IHostPort Host => this;

    bool IGpioPort.Read(int pin) => Levels.GetValueOrDefault(pin);

    void IGpioPort.Write(int pin, bool high) => Levels[pin] = high;

    void IGpioPort.SetMode(int pin, bool output) => OutputPins[pin] = output;

    int IAdcPort.Read(int channel) =>
        AdcFails ? throw new InvalidOperationException("broken converter") : AdcValues.GetValueOrDefault(channel);

    void IPwmPort.Set(int pin, int frequencyHz, int dutyTenThousandths, bool running) =>
        PwmPins[pin] = (frequencyHz, dutyTenThousandths, running);

    bool II2cPort.Transfer(int bus, int address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (RecordTransfers)
        {
            I2cTransfers.Add((bus, address, write.ToArray()));
        }

        if (!I2cRegisters.TryGetValue((address, write[0]), out byte[]? answer) && !I2cAnswers.TryGetValue(address, out answer))
        {
            return false;
        }

        answer.AsSpan(0, read.Length).CopyTo(read);
        return true;
    }

    bool IStoragePort.FileExists(string path) => Files.ContainsKey(path);

    bool IStoragePort.DirectoryExists(string path) => Folders.Contains(path);

    void IStoragePort.CreateDirectory(string path) => Folders.Add(path);

    byte[]? IStoragePort.ReadFile(string path) => Files.GetValueOrDefault(path);

    void IStoragePort.CommitFile(string path, byte[] content) =>
        Files[path] = StorageFails ? throw new IOException("the medium refuses") : content;

    void IStoragePort.DeleteFile(string path) => Files.Remove(path);

    IReadOnlyList<string> IStoragePort.ListFiles(string directory) => [.. Files.Keys];

    void IBluetoothPort.Start(string deviceName, IReadOnlyList<GattServiceProvider> services, Guid advertisedService,
        GattDispatcher dispatcher)
    {
        Started = (deviceName, [.. services.Select(provider => provider.Service.Uuid)], advertisedService);
        Dispatcher = dispatcher;
    }

    void IBluetoothPort.Stop() => Dispatcher = null;

    bool IBluetoothPort.Notify(GattLocalCharacteristic characteristic, byte[] value)
    {
        Notifications.Add((characteristic.Uuid, value));
        return BluetoothFails ? throw new InvalidOperationException("broken radio") : NotifyResult;
    }

    uint IHostPort.FreeMemoryBytes => 12_345;

    void IHostPort.WriteLine(string line) => Lines.Add(line);
}
