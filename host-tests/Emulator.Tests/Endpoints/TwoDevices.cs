using IqosDevice.Emulator.Endpoints.Pipe;
using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Tests.Gatt;

namespace IqosDevice.Emulator.Tests.Endpoints;

/// <summary>A peripheral that serves the pipe, and a client that is connected to it.</summary>
internal sealed class TwoDevices : IAsyncDisposable
{
    private readonly MemoryStreamListener listener = new();
    private readonly PipeServer server;

    private TwoDevices()
    {
        Holder.Server.Closed("the table's own client leaves");
        Holder.LinkChanges.Clear();
        server = PipeServer.Start(listener, Holder.Peripheral, Simulation, Log.Add);
        Client = Connect();
    }

    public SmallHolder Holder { get; } = new();

    public SimulationThread Simulation { get; } = new();

    public LogLines Log { get; } = new();

    public AttTestClient Client { get; }

    public GattPeripheral Peripheral => Holder.Peripheral;

    public static async Task<TwoDevices> ConnectAsync()
    {
        var pair = new TwoDevices();
        await pair.Log.WaitForAsync("connected");
        return pair;
    }

    /// <summary>A further client, connected to the stream and perhaps refused.</summary>
    public AttTestClient Connect() => new(listener.Connect());

    /// <summary>A further client, after the holder has taken it.</summary>
    public async Task<AttTestClient> ConnectNextAsync()
    {
        AttTestClient next = Connect();
        await Log.WaitForAsync("connected");
        return next;
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await server.DisposeAsync();
        Simulation.Dispose();
        Simulation.Failures.ShouldBeEmpty();
    }
}
