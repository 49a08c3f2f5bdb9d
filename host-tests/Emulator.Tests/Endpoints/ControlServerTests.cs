using System.Text;
using System.Text.Json;
using IqosDevice.Emulator.Endpoints.Control;
using IqosDevice.Emulator.Endpoints.Transport;

namespace IqosDevice.Emulator.Tests.Endpoints;

public sealed class ControlServerTests : IAsyncDisposable
{
    private readonly MemoryStreamListener listener = new();
    private readonly SimulationThread simulation = new();
    private readonly LogLines log = new();
    private readonly List<ControlClient> clients = [];
    private readonly ControlServer server;

    public ControlServerTests() => server = ControlServer.Start(listener, Handle, simulation, log.Add);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        simulation.Dispose();
        simulation.Failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_line_is_handed_on_in_order_on_the_simulations_thread()
    {
        using var client = new LineClient(listener.Connect());
        await client.SendAsync("""{"id":1}""" + "\n\r\n\n" + """{"id":2}""" + "\r\n");

        (await client.ReadAsync()).ShouldBe("""{"echo":{"id":1},"inside":true}""");
        (await client.ReadAsync()).ShouldBe("""{"echo":{"id":2},"inside":true}""");
    }

    [Fact]
    public async Task Several_clients_are_served_at_once_and_can_be_told_things_unasked()
    {
        using var first = new LineClient(listener.Connect());
        using var second = new LineClient(listener.Connect());
        await first.AskAsync("""{"id":1}""");
        await second.AskAsync("""{"id":2}""");

        await simulation.RunAsync(() =>
        {
            clients.ForEach(client => client.Send("""{"event":"tick"}"""));
            return true;
        });

        (await first.ReadAsync()).ShouldBe("""{"event":"tick"}""");
        (await second.ReadAsync()).ShouldBe("""{"event":"tick"}""");
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("[1]")]
    [InlineData("{\"id\":1")]
    [InlineData("{} {}")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    [InlineData("{\"a\":\"\u0001\"}")]
    public async Task A_line_that_is_no_object_is_answered_with_an_error_and_the_next_is_served(string line)
    {
        using var client = new LineClient(listener.Connect());

        JsonElement error = JsonDocument.Parse(await client.AskAsync(line)).RootElement;

        error.GetProperty("ok").GetBoolean().ShouldBeFalse();
        error.GetProperty("error").GetString().ShouldNotBeNull().ShouldContain("one JSON object");
        (await client.AskAsync("""{"id":2}""")).ShouldContain("echo");
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_an_error()
    {
        using var client = new LineClient(listener.Connect());
        await client.SendAsync([.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}\n"u8]);

        (await client.ReadAsync()).ShouldContain("UTF-8");
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_answered_with_an_error_and_the_next_is_served()
    {
        using var client = new LineClient(listener.Connect());

        (await client.AskAsync("{\"a\":\"" + new string('x', 200_000) + "\"}")).ShouldContain("65536");
        (await client.AskAsync("""{"id":2}""")).ShouldContain("echo");
    }

    [Fact]
    public async Task A_verb_that_throws_is_answered_with_an_error()
    {
        using var client = new LineClient(listener.Connect());

        (await client.AskAsync("""{"throw":true}""")).ShouldContain("a defect");
        (await client.AskAsync("""{"id":2}""")).ShouldContain("echo");
    }

    [Fact]
    public async Task Whoever_leaves_is_told_of_and_whoever_does_not_read_is_dropped()
    {
        using var client = new LineClient(listener.Connect());
        await client.AskAsync("""{"id":1}""");
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        string text = $$"""{"pad":"{{new string('x', 1000)}}"}""";
        await simulation.RunAsync(() =>
        {
            clients[0].Left = left.SetResult;
            for (int i = 0; i < 3000; i++)
            {
                clients[0].Send(text);
            }

            return true;
        });

        await left.Task;
        (await log.WaitForAsync("ended")).ShouldContain("does not read");
    }

    [Fact]
    public async Task Too_many_clients_are_refused()
    {
        var open = new List<LineClient>();
        for (int i = 0; i < ControlServer.MostClients; i++)
        {
            open.Add(new LineClient(listener.Connect()));
            await open[i].AskAsync("""{"id":1}""");
        }

        using var refused = new LineClient(listener.Connect());

        (await refused.TryReadAsync()).ShouldBeNull();
        await log.WaitForAsync("refused");
        open.ForEach(client => client.Dispose());
    }

    private void Handle(string line, ControlClient client)
    {
        if (line.Contains("throw", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("a defect");
        }

        if (!clients.Contains(client))
        {
            clients.Add(client);
        }

        client.Send($$"""{"echo":{{line}},"inside":{{(simulation.IsCurrent ? "true" : "false")}}}""");
    }

    private sealed class LineClient(TransportConnection connection) : IDisposable
    {
        private readonly StreamReader reader = new(connection.Input.AsStream());

        public async Task SendAsync(string text) => await SendAsync(Encoding.UTF8.GetBytes(text));

        public async Task SendAsync(byte[] bytes) => await connection.Output.WriteAsync(bytes, TestContext.Current.CancellationToken);

        public async Task<string> AskAsync(string line)
        {
            await SendAsync(line + "\n");
            return await ReadAsync();
        }

        public async Task<string> ReadAsync() => await TryReadAsync() ?? throw new EndOfStreamException();

        public async Task<string?> TryReadAsync() => await reader.ReadLineAsync(TestContext.Current.CancellationToken);

        public void Dispose()
        {
            reader.Dispose();
            connection.Output.Complete();
        }
    }
}
