using IqosDevice.Emulator.Endpoints.Bluez;
using IqosDevice.Emulator.Endpoints.Pipe;
using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Hosting;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Benchmarks.Throughput;

/// <summary>A peripheral on the pipe and on the bus over Unix sockets, in real time, as `iqos-emulator run` serves one.</summary>
internal sealed class ServedPeripheral : IAsyncDisposable
{
    private static readonly BluetoothAddress Address = BluetoothAddress.OfUnit("benchmark");

    private readonly string folder = Directory.CreateTempSubdirectory("iqos-benchmark").FullName;
    private readonly HolderRunner runner;
    private readonly PipeServer server;
    private readonly BluezServer bus;

    public ServedPeripheral(EventQueue queue, GattPeripheral peripheral)
    {
        SocketPath = Path.Combine(folder, "pipe");
        runner = new HolderRunner(queue);
        server = PipeServer.Start(StreamListener.Create(PipeAddress.Unix(SocketPath)), peripheral, runner);
        bus = BluezServer.Start(StreamListener.Create(PipeAddress.Unix(BusPath)), [new BluezHolder(peripheral, Address)], runner);
        runner.Start();
    }

    public string SocketPath { get; }

    /// <summary>Socket of the bus.</summary>
    public string BusPath => Path.Combine(folder, "bus");

    /// <summary>Path of the device on the bus.</summary>
    public static string DevicePath => $"/org/bluez/hci0/dev_{Address.ToString().Replace(':', '_')}";

    /// <summary>The way into the simulation.</summary>
    public ISimulationInbox Inbox => runner;

    public async ValueTask DisposeAsync()
    {
        await bus.DisposeAsync();
        await server.DisposeAsync();
        runner.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
