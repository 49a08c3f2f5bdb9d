using System.Net.Sockets;
using IqosDevice.Emulator.Endpoints.Transport;

namespace IqosDevice.Emulator.Tests.Endpoints;

public sealed class SocketStreamTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("socket").FullName;
    private readonly Socket client = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly SocketStream stream;
    private readonly byte[] buffer = new byte[16];

    public SocketStreamTests()
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var address = new UnixDomainSocketEndPoint(Path.Combine(folder, "s.sock"));
        listener.Bind(address);
        listener.Listen();
        client.Connect(address);
        stream = new SocketStream(listener.Accept());
    }

    public void Dispose()
    {
        stream.Dispose();
        client.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_follows_a_read_runs_on_the_sockets_own_thread()
    {
        Task<string?> reading = ReadAndNameThreadAsync();
        client.Send([1]);

        (await reading.WaitAsync(TestContext.Current.CancellationToken)).ShouldBe("socket");
    }

    [Fact]
    public async Task Bytes_come_in_order_whoever_reads_next()
    {
        for (byte i = 0; i < 100; i++)
        {
            ValueTask<int> reading = stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
            client.Send([i]);
            (await reading).ShouldBe(1);
            buffer[0].ShouldBe(i);
        }
    }

    [Fact]
    public async Task A_cancelled_read_takes_nothing_from_the_next_one()
    {
        using var cancelling = new CancellationTokenSource();
        Task<int> cancelled = stream.ReadAsync(buffer, cancelling.Token).AsTask();
        await cancelling.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(cancelled);
        await Should.ThrowAsync<OperationCanceledException>(stream.ReadAsync(buffer, cancelling.Token).AsTask());

        ValueTask<int> reading = stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
        client.Send([7]);
        (await reading).ShouldBe(1);
        buffer[0].ShouldBe((byte)7);
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_stream()
    {
        ValueTask<int> reading = stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
        client.Dispose();

        (await reading).ShouldBe(0);
    }

    [Fact]
    public async Task Disposing_ends_a_read_that_waits()
    {
        Task<int> reading = stream.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask();
        await stream.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(reading);
        await Should.ThrowAsync<ObjectDisposedException>(stream.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask());
    }

    private async Task<string?> ReadAndNameThreadAsync()
    {
        await stream.ReadAsync(buffer, CancellationToken.None).ConfigureAwait(false);
        return Thread.CurrentThread.Name;
    }
}
