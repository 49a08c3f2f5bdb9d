using IqosDevice.Emulator.Endpoints.Bluez.Bus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Daemon;

/// <summary>
/// <c>org.bluez</c>: one adapter, and the holders in its reach as devices. Runs on the simulation's thread; time comes to it
/// as ticks of the real world, in which its clients live, whatever the pace of the holders.
/// </summary>
internal sealed class BluezDaemon
{
    public const string Name = "org.bluez";

    public const string Path = "/org/bluez";

    /// <summary>Real time between two ticks: the interval of advertising, too.</summary>
    public static readonly TimeSpan TickTime = TimeSpan.FromMilliseconds(100);

    /// <summary>Real time between an answer and what a client should see well after it.</summary>
    public static readonly TimeSpan MomentTime = TimeSpan.FromMilliseconds(20);

    private readonly AgentManager1 agents = new();
    private readonly Adapter1 adapter;

    /// <param name="bus">The bus that it serves on.</param>
    /// <param name="holders">Those in reach.</param>
    /// <param name="later">Has something done after <see cref="MomentTime"/>.</param>
    public BluezDaemon(MessageBus bus, IEnumerable<BluezHolder> holders, Action<Action> later)
    {
        BusService service = bus.AddService(Name);
        service.Add(new BusObject(ObjectManager.Path, new ObjectManager(service)));
        service.Add(new BusObject(Path, agents));
        adapter = new Adapter1(service, holders, later);
        service.Add(new BusObject(Adapter1.Path, adapter, new GattManager1(), new LEAdvertisingManager1()));
    }

    /// <summary>A little time has passed: holders advertise, and whoever waits for one tries again.</summary>
    public void Tick() => adapter.Tick();

    /// <summary>A client has left the bus, in order or not.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="isLast">The process behind it has no other.</param>
    public void ClientLeft(BusConnection client, bool isLast)
    {
        agents.ClientLeft(client);
        adapter.ClientLeft(client, isLast);
    }
}
