using IqosDevice.Emulator.Endpoints.Control;
using IqosDevice.Emulator.Endpoints.Pipe;
using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Hosting;
using EndpointClient = IqosDevice.Emulator.Endpoints.Control.ControlClient;

namespace IqosDevice.Client.Tests;

/// <summary>An emulated holder in this process: its pipe on a Unix socket and in memory, its control channel on a Unix socket.</summary>
internal sealed class RunningHolder : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("holder").FullName;
    private readonly VirtualHolder holder;
    private readonly HolderRunner runner;
    private readonly MemoryStreamListener memory = new();
    private readonly PipeServer pipe;
    private readonly PipeServer memoryPipe;
    private readonly ControlServer control;

    private RunningHolder(HolderOptions options, double speed)
    {
        holder = VirtualHolder.Start(options);
        runner = new HolderRunner(holder.Queue, speed);
        pipe = PipeServer.Start(StreamListener.Create(PipeAddress.Unix(Path.Combine(folder, "holder.sock"))), holder.Peripheral, runner);
        memoryPipe = PipeServer.Start(memory, holder.Peripheral, runner);
        control = ControlServer.Start(
            StreamListener.Create(PipeAddress.Unix(Path.Combine(folder, "control.sock"))), CreateHandler(), runner);
        runner.Start();
    }

    /// <summary>Address of the pipe.</summary>
    public string Address => pipe.Address;

    /// <summary>Address of the control channel.</summary>
    public string ControlAddress => control.Address;

    public UnitOnRecord Unit => new(holder.Identity.SerialNumber, holder.Identity.HolderProductNumber, holder.Identity.ChargerProductNumber);

    /// <summary>Starts a holder; the speed makes its 30 ms of reply delay short ones.</summary>
    public static RunningHolder Start(string model = "ILUMA i", double speed = 20) => new(new HolderOptions { Model = model }, speed);

    public Task<HolderClient> ConnectAsync(HolderClientOptions? options = null) =>
        HolderClient.ConnectAsync(Address, options, TestContext.Current.CancellationToken);

    public Task<ControlClient> ConnectControlAsync() =>
        ControlClient.ConnectAsync(ControlAddress, TestContext.Current.CancellationToken);

    /// <summary>A connection within the process.</summary>
    public Stream OpenInMemory()
    {
        TransportConnection connection = memory.Connect();
        return new DuplexStream(connection.Input.AsStream(), connection.Output.AsStream());
    }

    public async ValueTask DisposeAsync()
    {
        await control.DisposeAsync();
        await memoryPipe.DisposeAsync();
        await pipe.DisposeAsync();
        runner.Dispose();
        holder.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private ControlHandler CreateHandler()
    {
        var sessions = new Dictionary<EndpointClient, ControlSession>();
        return (line, client) =>
        {
            if (!sessions.TryGetValue(client, out ControlSession? session))
            {
                session = sessions[client] = new ControlSession(holder, runner, client.Send);
                client.Left = session.Dispose;
            }

            client.Send(session.Execute(line));
        };
    }

    /// <summary>What the factory wrote into the unit.</summary>
    internal sealed record UnitOnRecord(string SerialNumber, string DeviceCode, string ChargerCode);
}
