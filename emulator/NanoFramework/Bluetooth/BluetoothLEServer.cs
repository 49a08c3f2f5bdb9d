using IqosDevice.NanoFramework.Host;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace nanoFramework.Device.Bluetooth;

/// <summary>The device's GATT server: one a device, made at first use.</summary>
public class BluetoothLEServer : IDisposable
{
    private readonly HostBoard board = HostBoard.Current;
    private readonly List<GattServiceProvider> services = [];
    private bool running;

    internal BluetoothLEServer()
    {
        Session = new GattSession(new BluetoothDeviceId(0));
        Dispatcher = new GattDispatcher();
    }

    public static BluetoothLEServer Instance => HostBoard.Current.StandIns.Server;

    /// <summary>Name in the Generic Access service and in the advertisement.</summary>
    public string DeviceName { get; set; } = "nanoFramework";

    public ushort Appearance { get; set; }

    /// <summary>The session that knows the MTU; those of <see cref="GattSubscribedClient"/> do not.</summary>
    public GattSession Session { get; }

    public GattServiceProvider[] Services => [.. services];

    internal GattDispatcher Dispatcher { get; }

    public GattServiceProvider? GetServiceByUUID(Guid serviceUuid) =>
        services.Find(provider => provider.Service.Uuid == serviceUuid);

    /// <summary>Switches the stack to server mode. Advertising does so by itself.</summary>
    public void Start() => running = true;

    /// <summary>Takes the stack down; the services stay defined.</summary>
    public void Stop()
    {
        if (running)
        {
            running = false;
            board.Bluetooth.Stop();
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds a service, or puts it in the place of the one with the same UUID.</summary>
    /// <returns>True for the very first service of the server.</returns>
    internal bool AddOrReplace(GattServiceProvider provider)
    {
        int index = services.FindIndex(other => other.Service.Uuid == provider.Service.Uuid);
        if (index >= 0)
        {
            services[index] = provider;
            return false;
        }

        services.Add(provider);
        return services.Count == 1;
    }

    internal void Advertise(Guid advertisedService)
    {
        Start();
        board.Bluetooth.Start(DeviceName, services.AsReadOnly(), advertisedService, Dispatcher);
    }

    /// <summary>Every characteristic of every service that counts.</summary>
    internal IEnumerable<GattLocalCharacteristic> AllCharacteristics() =>
        services.SelectMany(provider => provider.Service.Characteristics);

    protected virtual void Dispose(bool disposing)
    {
        Stop();
        services.Clear();
        board.StandIns.DropServer();
    }
}
