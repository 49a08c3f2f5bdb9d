using IqosDevice.Emulator.Endpoints.Bluez;
using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Tests.Gatt;

namespace IqosDevice.Emulator.Tests.Endpoints.Bluez;

/// <summary>Two small holders on a bus in memory, and clients of as many processes as a test wants.</summary>
internal sealed class BusRig : IAsyncDisposable
{
    public const string Device = "/org/bluez/hci0/dev_C0_00_00_00_00_01";
    public const string OtherDevice = "/org/bluez/hci0/dev_C0_00_00_00_00_02";
    public const string Serial = Device + "/service0001/char0004";
    public const string Model = Device + "/service0001/char0002";
    public const string Battery = Device + "/service0006/char0007";
    public const string ControlPoint = Device + "/service0006/char000a";
    public const string Indicated = Device + "/service0006/char000d";

    private readonly MemoryStreamListener listener = new();
    private readonly BluezServer server;
    private readonly List<BusTestClient> clients = [];

    public BusRig()
    {
        Holder.Server.Closed("the table's own client leaves");
        Other.Server.Closed("the table's own client leaves");
        server = BluezServer.Start(
            listener,
            [new(Holder.Peripheral, new BluetoothAddress(0xC00000000001)), new(Other.Peripheral, new BluetoothAddress(0xC00000000002))],
            Simulation,
            Log.Add);
    }

    public SmallHolder Holder { get; } = new();

    public SmallHolder Other { get; } = new();

    public SimulationThread Simulation { get; } = new();

    public LogLines Log { get; } = new();

    /// <summary>A connection that has said nothing yet.</summary>
    public BusTestClient Open(int processId = 1, uint? userId = null)
    {
        var client = new BusTestClient(listener.Connect(new PeerCredentials(processId, userId ?? PeerCredentials.OfThisProcess.UserId)));
        clients.Add(client);
        return client;
    }

    /// <summary>A client that has said Hello.</summary>
    public async Task<BusTestClient> EnterAsync(int processId = 1, bool wantsSignals = true)
    {
        BusTestClient client = Open(processId);
        await client.SayHelloAsync(wantsSignals);
        return client;
    }

    /// <summary>A client that has found the holders.</summary>
    public async Task<BusTestClient> DiscoverAsync(int processId = 1)
    {
        BusTestClient client = await EnterAsync(processId);
        await BusTestClient.ExpectAsync(client.CallAdapterAsync("StartDiscovery"));
        await BusTestClient.ExpectAsync(client.CallAdapterAsync("StopDiscovery"));
        return client;
    }

    /// <summary>A client that is connected to the first holder.</summary>
    public async Task<BusTestClient> ConnectAsync(int processId = 1)
    {
        BusTestClient client = await DiscoverAsync(processId);
        await BusTestClient.ExpectAsync(client.CallDeviceAsync(Device, "Connect"));
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (BusTestClient client in clients)
        {
            await client.DisposeAsync();
        }

        await server.DisposeAsync();
        Simulation.Dispose();
        Simulation.Failures.ShouldBeEmpty();
    }
}
