using IqosDevice.Emulator.Endpoints.Bluez.Bus;
using IqosDevice.Emulator.Endpoints.Bluez.DBus;
using IqosDevice.Emulator.Endpoints.Bluez.Link;
using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Endpoints.Bluez.Daemon;

/// <summary>A connection to a holder: the link, whose it is, and the GATT objects, which live as long as it does.</summary>
internal sealed class DeviceLink
{
    private readonly BusService service;
    private readonly string devicePath;
    private readonly AttLink link;
    private readonly GattProcedures procedures;
    private readonly List<BusObject> objects = [];
    private readonly Dictionary<ushort, GattCharacteristic1> characteristics = [];

    public DeviceLink(BusService service, string devicePath, BusProcess owner)
    {
        this.service = service;
        this.devicePath = devicePath;
        Owner = owner;
        IsFor = client => client.Process == owner;
        link = new AttLink($"bluez {owner}") { ValueArrived = OnValue };
        procedures = new GattProcedures(link);
    }

    /// <summary>The process that connected.</summary>
    public BusProcess Owner { get; }

    /// <summary>Who may hear of this connection.</summary>
    public Func<BusConnection, bool> IsFor { get; }

    /// <summary>Values over the link.</summary>
    /// <exception cref="DBusError">The link has ended, and the objects are about to vanish.</exception>
    public GattProcedures Procedures => link.IsOpen ? procedures : throw BluezError.Failed("Not connected");

    /// <summary>Discovery is over, and the GATT objects are there.</summary>
    public bool IsResolved { get; private set; }

    public ushort Mtu => link.Mtu;

    /// <summary>Called when the holder's side has ended the link.</summary>
    public Action? Lost
    {
        get => link.Lost;
        set => link.Lost = value;
    }

    public bool TryOpen(GattPeripheral peripheral) => link.TryOpen(peripheral);

    public void Disconnect(string reason) => link.Disconnect(reason);

    /// <summary>Exchanges the MTU, discovers, and exports what is found.</summary>
    /// <param name="then">Gets the types of the services.</param>
    public void Resolve(Action<IEnumerable<Uuid>> then) =>
        procedures.ExchangeMtu(AttLimits.LargestMtu, () => GattDiscovery.Run(link, services =>
        {
            foreach (RemoteService found in services)
            {
                Export(found);
            }

            IsResolved = true;
            then(services.Select(found => found.Type));
        }));

    /// <summary>The GATT objects vanish, those below before those above.</summary>
    public void RemoveObjects()
    {
        for (int i = objects.Count - 1; i >= 0; i--)
        {
            service.Remove(objects[i]);
        }

        objects.Clear();
    }

    public void ClientLeft(BusConnection client)
    {
        foreach (GattCharacteristic1 characteristic in characteristics.Values)
        {
            characteristic.ClientLeft(client);
        }
    }

    private void Export(RemoteService found)
    {
        string servicePath = $"{devicePath}/service{found.StartHandle:x4}";
        Add(servicePath, new GattService1(devicePath, found));
        foreach (RemoteCharacteristic remote in found.Characteristics)
        {
            string path = $"{servicePath}/char{remote.DeclarationHandle:x4}";
            var characteristic = new GattCharacteristic1(service, this, path, servicePath, remote);
            characteristics.Add(remote.ValueHandle, characteristic);
            Add(path, characteristic);
            foreach (RemoteDescriptor descriptor in remote.Descriptors)
            {
                Add($"{path}/desc{descriptor.Handle:x4}", new GattDescriptor1(service, this, path, descriptor));
            }
        }
    }

    private void Add(string path, BusInterface offered)
    {
        var exported = new BusObject(path, offered) { Audience = Owner };
        objects.Add(exported);
        service.Add(exported);
    }

    private void OnValue(ushort valueHandle, ReadOnlySpan<byte> value)
    {
        if (characteristics.TryGetValue(valueHandle, out GattCharacteristic1? characteristic))
        {
            characteristic.ValueArrived(value);
        }
    }
}
