using IqosDevice.Emulator.Endpoints.Bluez.Bus;
using IqosDevice.Emulator.Endpoints.Bluez.DBus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Daemon;

/// <summary>The adapter <c>hci0</c> (org.bluez.Adapter1): discovery, and the devices found.</summary>
internal sealed class Adapter1 : BusInterface
{
    public const string Path = "/org/bluez/hci0";

    private const string Name = "org.bluez.Adapter1";

    /// <summary>Locally administered, for no adapter was sold with it.</summary>
    private const string Address = "02:00:00:00:00:01";

    private readonly BusService service;
    private readonly List<Device1> devices;

    // Those that have begun discovery, and what they want to hear of.
    private readonly Dictionary<BusConnection, DiscoveryFilter> filters = [];
    private readonly HashSet<BusConnection> discoverers = [];
    private string alias = "iqos-emulator";
    private bool isPowered = true;
    private bool isDiscoverable;
    private bool isPairable = true;
    private uint discoverableTimeout = 180;
    private uint pairableTimeout;

    /// <param name="service">The daemon on the bus.</param>
    /// <param name="holders">Those in reach.</param>
    /// <param name="later">Has something done after a moment of real time.</param>
    public Adapter1(BusService service, IEnumerable<BluezHolder> holders, Action<Action> later)
    {
        this.service = service;
        devices = [.. holders.Select(holder => new Device1(service, holder, later))];
    }

    public override InterfaceDescription Description { get; } = new(Name)
    {
        Methods =
        [
            new("StartDiscovery"),
            new("SetDiscoveryFilter", ["a{sv} properties"], []),
            new("StopDiscovery"),
            new("RemoveDevice", ["o device"], []),
            new("GetDiscoveryFilters", [], ["as filters"]),
        ],
        Properties =
        [
            new("Address", "s"), new("AddressType", "s"), new("Name", "s"), new("Alias", "s", CanWrite: true), new("Class", "u"),
            new("Powered", "b", CanWrite: true), new("Discoverable", "b", CanWrite: true), new("DiscoverableTimeout", "u", CanWrite: true),
            new("Pairable", "b", CanWrite: true), new("PairableTimeout", "u", CanWrite: true), new("Discovering", "b"),
            new("UUIDs", "as"), new("Modalias", "s"), new("Roles", "as"),
            new("Manufacturer", "q"), new("Version", "y"),
        ],
    };

    public override object? Get(string property, BusConnection viewer) => property switch
    {
        "Address" => Address,
        "AddressType" => "public",
        "Name" => "iqos-emulator",
        "Alias" => alias,
        "Class" => 0u,
        "Powered" => isPowered,
        "Discoverable" => isDiscoverable,
        "DiscoverableTimeout" => discoverableTimeout,
        "Pairable" => isPairable,
        "PairableTimeout" => pairableTimeout,
        "Discovering" => discoverers.Count > 0,
        "UUIDs" => new[] { "00001800-0000-1000-8000-00805f9b34fb", "00001801-0000-1000-8000-00805f9b34fb" },
        "Modalias" => "usb:v1D6Bp0246d0542",
        "Roles" => new[] { "central" },

        // Nobody made this controller (Assigned Numbers, "Company Identifiers"); it is one of Core 5.4 ("HCI_Version").
        "Manufacturer" => ushort.MaxValue,
        "Version" => (byte)0x0D,
        _ => null,
    };

    public override void Set(string property, object value, BusConnection setter)
    {
        switch (property)
        {
            case "Alias": alias = (string)value; break;
            case "Powered": SetPowered((bool)value); break;
            case "Discoverable": isDiscoverable = (bool)value; break;
            case "DiscoverableTimeout": discoverableTimeout = (uint)value; break;
            case "Pairable": isPairable = (bool)value; break;
            default: pairableTimeout = (uint)value; break;
        }

        Changed(property, value);
    }

    public override void Call(MethodCall call)
    {
        switch (call.Member)
        {
            case "StartDiscovery": StartDiscovery(call); break;
            case "StopDiscovery": StopDiscovery(call); break;
            case "SetDiscoveryFilter": SetDiscoveryFilter(call); break;
            case "RemoveDevice": RemoveDevice(call); break;
            default: call.Reply("as", writer => writer.WriteStrings(DiscoveryFilter.Options)); break;
        }
    }

    public void Tick()
    {
        foreach (Device1 device in devices)
        {
            if (discoverers.Count > 0)
            {
                device.Advertise(IsWanted);
            }

            device.TryAttempts();
        }
    }

    public void ClientLeft(BusConnection client, bool isLast)
    {
        filters.Remove(client);
        EndDiscovery(client);
        foreach (Device1 device in devices)
        {
            device.ClientLeft(client, isLast);
        }
    }

    private void StartDiscovery(MethodCall call)
    {
        if (!isPowered)
        {
            throw BluezError.NotReady();
        }

        if (!discoverers.Add(call.Caller))
        {
            throw BluezError.InProgress();
        }

        call.Reply();
        if (discoverers.Count == 1)
        {
            Changed("Discovering", true);
        }

        // The first advertisement: whoever scans need not wait for the next tick.
        foreach (Device1 device in devices)
        {
            device.Advertise(IsWanted);
        }
    }

    private void StopDiscovery(MethodCall call)
    {
        if (!EndDiscovery(call.Caller))
        {
            throw BluezError.Failed("No discovery started");
        }

        call.Reply();
    }

    private void SetDiscoveryFilter(MethodCall call)
    {
        MessageReader arguments = call.Arguments;
        filters[call.Caller] = DiscoveryFilter.Parse(ValueReader.ReadOptions(ref arguments));
        call.Reply();
    }

    private void RemoveDevice(MethodCall call)
    {
        MessageReader arguments = call.Arguments;
        string path = arguments.ReadObjectPath().Text;
        Device1 device = devices.Find(candidate => candidate.Path == path && candidate.IsKnown) ?? throw BluezError.DoesNotExist();
        device.Forget(call.Caller);
        call.Reply();
    }

    /// <summary>As in BlueZ, what one client wants to hear of is found by all.</summary>
    private bool IsWanted(Device1 device, short rssiDbm) =>
        discoverers.Any(client => filters.GetValueOrDefault(client, DiscoveryFilter.None).Accepts(device.Name, device.Address, device.Uuids, rssiDbm));

    private bool EndDiscovery(BusConnection client)
    {
        bool wasDiscovering = discoverers.Remove(client);
        if (wasDiscovering && discoverers.Count == 0)
        {
            foreach (Device1 device in devices)
            {
                device.ClearRssi();
            }

            Changed("Discovering", false);
        }

        return wasDiscovering;
    }

    private void SetPowered(bool powered)
    {
        isPowered = powered;
        if (powered)
        {
            return;
        }

        foreach (BusConnection client in discoverers.ToList())
        {
            EndDiscovery(client);
        }

        foreach (Device1 device in devices)
        {
            device.Disconnect("the adapter was switched off");
        }
    }

    private void Changed(string property, object value) => service.EmitChanged(Path, Name, [new(property, value)], []);
}
