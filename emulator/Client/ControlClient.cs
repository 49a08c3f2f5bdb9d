using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IqosDevice.Client.Transport;

namespace IqosDevice.Client;

/// <summary>
/// The control channel of an emulated holder: what hands and the world do to it. One JSON object a line; every
/// request carries a number that its reply repeats.
/// </summary>
public sealed class ControlClient : IAsyncDisposable
{
    private readonly StreamReader reader;
    private readonly StreamWriter writer;
    private readonly SemaphoreSlim turn = new(1, 1);
    private int lastId;

    private ControlClient(Stream stream)
    {
        reader = new StreamReader(stream);
        writer = new StreamWriter(stream) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>Connects to <c>unix:PATH</c>, <c>tcp:HOST:PORT</c>, <c>tcp:PORT</c> or <c>pipe:NAME</c>.</summary>
    /// <exception cref="HolderConnectionException">Nobody listens there.</exception>
    public static async Task<ControlClient> ConnectAsync(string address, CancellationToken cancellation = default) =>
        new(await HolderAddress.OpenAsync(address, cancellation));

    public Task InsertStickAsync(CancellationToken cancellation = default) => SendAsync("insertStick", null, cancellation);

    public Task RemoveStickAsync(CancellationToken cancellation = default) => SendAsync("removeStick", null, cancellation);

    /// <summary>Presses the button and releases it after a virtual time.</summary>
    public Task HoldButtonAsync(TimeSpan duration, CancellationToken cancellation = default) =>
        SendAsync("holdButton", new JsonObject { ["seconds"] = duration.TotalSeconds }, cancellation);

    public Task PuffAsync(double millilitres, double seconds, CancellationToken cancellation = default) =>
        SendAsync("puff", new JsonObject { ["millilitres"] = millilitres, ["seconds"] = seconds }, cancellation);

    public Task DockAsync(CancellationToken cancellation = default) => SendAsync("dock", null, cancellation);

    public Task UndockAsync(CancellationToken cancellation = default) => SendAsync("undock", null, cancellation);

    public Task SetAmbientAsync(double celsius, CancellationToken cancellation = default) =>
        SendAsync("setAmbient", new JsonObject { ["celsius"] = celsius }, cancellation);

    /// <summary>Virtual time against real time: 1 is real time, 20 is twenty times as fast.</summary>
    public Task SetSpeedAsync(double speed, CancellationToken cancellation = default) =>
        SendAsync("setSpeed", new JsonObject { ["speed"] = speed }, cancellation);

    /// <summary>Any verb of the control channel; <c>help</c> lists them.</summary>
    /// <returns>The verb's result.</returns>
    /// <exception cref="HolderException">The emulator refused; the message says why.</exception>
    public async Task<JsonElement> SendAsync(string verb, JsonObject? parameters = null, CancellationToken cancellation = default)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            JsonObject request = parameters ?? [];
            request["id"] = ++lastId;
            request["verb"] = verb;
            await writer.WriteLineAsync(request.ToJsonString().AsMemory(), cancellation);
            return await ReadReplyAsync(lastId, cancellation);
        }
        catch (IOException error)
        {
            throw new HolderConnectionException("The control channel was lost.", error);
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        await writer.DisposeAsync();
        turn.Dispose();
    }

    private async Task<JsonElement> ReadReplyAsync(int id, CancellationToken cancellation)
    {
        while (true)
        {
            string line = await reader.ReadLineAsync(cancellation)
                ?? throw new HolderConnectionException("The emulator has closed the control channel.");
            using JsonDocument reply = JsonDocument.Parse(line);
            JsonElement root = reply.RootElement;

            // Lines without this number are pushed events, or answers to a request that was abandoned.
            if (!root.TryGetProperty("id", out JsonElement replyId) || replyId.ValueKind != JsonValueKind.Number
                || replyId.GetInt32() != id)
            {
                continue;
            }

            if (root.TryGetProperty("ok", out JsonElement ok) && ok.GetBoolean())
            {
                return root.TryGetProperty("result", out JsonElement result) ? result.Clone() : default;
            }

            string error = root.TryGetProperty("error", out JsonElement text) ? text.GetString() ?? line : line;
            throw new HolderException(string.Create(CultureInfo.InvariantCulture, $"The emulator refused request {id}: {error}"));
        }
    }
}
