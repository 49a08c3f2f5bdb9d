using System.IO.Pipes;
using System.Net;
using System.Net.Sockets;
using IqosDevice.Emulator.Endpoints.Pipe;
using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Tests.Gatt;

namespace IqosDevice.Emulator.Tests.Endpoints;

public sealed class StreamListenerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("holder").FullName;
    private readonly SimulationThread simulation = new();
    private readonly SmallHolder holder = new();

    public StreamListenerTests() => holder.Server.Closed("the table's own client leaves");

    private string SocketPath => Path.Combine(folder, "h.sock");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        simulation.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_Unix_socket_serves_one_client_after_the_other_and_is_gone_at_the_end()
    {
        await using (PipeServer server = Serve(StreamListener.Create(PipeAddress.Unix(SocketPath))))
        {
            server.Address.ShouldBe("unix:" + SocketPath);
            for (int i = 0; i < 3; i++)
            {
                await AskOnceAsync(new NetworkStream(await ConnectUnixAsync(), ownsSocket: true));
            }
        }

        File.Exists(SocketPath).ShouldBeFalse();
    }

    // The resolver refuses 0.0.0.0 and ::, which people write for "every interface", as in a container.
    [Theory]
    [InlineData("tcp:0.0.0.0:0")]
    [InlineData("tcp:*:0")]
    [InlineData("tcp:localhost:0")]
    [InlineData("tcp:127.0.0.1:0")]
    public async Task Tcp_listens_where_it_is_told_to(string address)
    {
        await using PipeServer server = Serve(StreamListener.Create(PipeAddress.Parse(address)));
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, PipeAddress.Parse(server.Address).Port, Token);

        await AskOnceAsync(new NetworkStream(socket, ownsSocket: true));
    }

    [Fact]
    public async Task A_stale_Unix_socket_is_replaced()
    {
        using (var crashed = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            // An orderly end removes the file where it was bound; moved away, it stays, as after a crash.
            string boundPath = SocketPath + ".bound";
            crashed.Bind(new UnixDomainSocketEndPoint(boundPath));
            File.Move(boundPath, SocketPath);
        }

        File.Exists(SocketPath).ShouldBeTrue("a socket that was not removed is what this test is about");
        await using PipeServer server = Serve(StreamListener.Create(PipeAddress.Unix(SocketPath)));
        await AskOnceAsync(new NetworkStream(await ConnectUnixAsync(), ownsSocket: true));
    }

    [Fact]
    public async Task A_Unix_socket_that_is_served_is_refused_and_goes_on()
    {
        await using PipeServer server = Serve(StreamListener.Create(PipeAddress.Unix(SocketPath)));

        Should.Throw<IOException>(() => StreamListener.Create(PipeAddress.Unix(SocketPath))).Message.ShouldContain("in use");

        await AskOnceAsync(new NetworkStream(await ConnectUnixAsync(), ownsSocket: true));
    }

    [Fact]
    public void A_file_in_the_place_of_a_socket_is_left_as_it_is()
    {
        File.WriteAllText(SocketPath, "precious");

        Should.Throw<IOException>(() => StreamListener.Create(PipeAddress.Unix(SocketPath))).Message.ShouldContain("not a socket");

        File.ReadAllText(SocketPath).ShouldBe("precious");
    }

    [Fact]
    public void A_socket_in_no_folder_or_with_too_long_a_path_is_explained()
    {
        Should.Throw<IOException>(() => StreamListener.Create(PipeAddress.Unix(Path.Combine(folder, "no", "h.sock"))))
            .Message.ShouldContain("no folder");
        Should.Throw<IOException>(() => StreamListener.Create(PipeAddress.Unix(Path.Combine(folder, new string('x', 120)))))
            .Message.ShouldContain("cannot be listened on");
    }

    [Fact]
    public async Task TCP_serves_on_this_machine_only_and_tells_its_port()
    {
        await using PipeServer server = Serve(StreamListener.Create(PipeAddress.Parse("tcp:0")));
        PipeAddress address = PipeAddress.Parse(server.Address);
        address.Name.ShouldBe("127.0.0.1");
        address.Port.ShouldBeGreaterThan(0);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, address.Port, Token);
        await AskOnceAsync(new NetworkStream(socket, ownsSocket: true));

        Should.Throw<IOException>(() => StreamListener.Create(address)).Message.ShouldContain("cannot be listened on");
    }

    [Fact]
    public async Task A_named_pipe_serves_one_client_after_the_other()
    {
        string name = "holder-" + Path.GetFileName(folder);
        await using PipeServer server = Serve(StreamListener.Create(PipeAddress.NamedPipe(name)));
        for (int i = 0; i < 2; i++)
        {
            var client = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous);
            await client.ConnectAsync(Token);
            await AskOnceAsync(client);
        }
    }

    [Fact]
    public async Task Standard_streams_serve_one_client_and_then_no_more()
    {
        byte[] input = AttTestClient.Frame("0A0500");
        var output = new MemoryStream();
        await using PipeServer server = Serve(new StdioStreamListener(new MemoryStream(input), output));

        await server.Completion;

        output.ToArray().ShouldBe(AttTestClient.Frame("0B534E"));
    }

    [Fact]
    public async Task Ending_the_server_ends_its_client()
    {
        PipeServer server = Serve(StreamListener.Create(PipeAddress.Unix(SocketPath)));
        await using var client = new AttTestClient(
            TransportConnection.FromStream(new NetworkStream(await ConnectUnixAsync(), ownsSocket: true), "holder"));
        await client.AskAsync("0A0500");

        await server.DisposeAsync();

        await client.WaitForEndAsync();
        (await simulation.RunAsync(() => holder.Peripheral.IsConnected)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_ends_even_if_the_simulation_has_stopped()
    {
        var stopped = new StoppedInbox();
        PipeServer server = PipeServer.Start(StreamListener.Create(PipeAddress.Unix(SocketPath)), holder.Peripheral, stopped);
        using Socket socket = await ConnectUnixAsync();
        await stopped.Posted.Task;

        await server.DisposeAsync();

        File.Exists(SocketPath).ShouldBeFalse();
    }

    private PipeServer Serve(IStreamListener listener) => PipeServer.Start(listener, holder.Peripheral, simulation);

    private async Task<Socket> ConnectUnixAsync()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketPath), Token);
        return socket;
    }

    /// <summary>Asks, leaves, and waits until the holder advertises again.</summary>
    private async Task AskOnceAsync(Stream stream)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await simulation.RunAsync(() => holder.Peripheral.LinkChanged = connected =>
        {
            if (!connected)
            {
                gone.TrySetResult();
            }
        });
        await using (var client = new AttTestClient(TransportConnection.FromStream(stream, "holder")))
        {
            (await client.AskAsync("0A0500")).ShouldBe("0B534E");
        }

        await gone.Task;
    }

    private sealed class StoppedInbox : IqosDevice.Emulator.Simulation.ISimulationInbox
    {
        public TaskCompletionSource Posted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Post(Action work) => Posted.TrySetResult();
    }
}
