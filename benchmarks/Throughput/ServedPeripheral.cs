using IqosDevice.Emulator.Endpoints.Pipe;
using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Hosting;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Benchmarks.Throughput;

/// <summary>A peripheral on the pipe over a Unix socket, in real time, as `iqos-emulator run` serves one.</summary>
internal sealed class ServedPeripheral : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("iqos-benchmark").FullName;
    private readonly HolderRunner runner;
    private readonly PipeServer server;

    public ServedPeripheral(EventQueue queue, GattPeripheral peripheral)
    {
        SocketPath = Path.Combine(folder, "pipe");
        runner = new HolderRunner(queue);
        server = PipeServer.Start(StreamListener.Create(PipeAddress.Unix(SocketPath)), peripheral, runner);
        runner.Start();
    }

    public string SocketPath { get; }

    /// <summary>The way into the simulation.</summary>
    public ISimulationInbox Inbox => runner;

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        runner.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
