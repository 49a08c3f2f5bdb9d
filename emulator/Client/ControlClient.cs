using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using IqosDevice.Client.Transport;

namespace IqosDevice.Client;

/// <summary>
/// The control channel of an emulated holder: what hands and the world do to it. One JSON object a line; every
/// request carries a number that its reply repeats, so several may be under way.
/// </summary>
public sealed class ControlClient : IAsyncDisposable
{
    private readonly Stream stream;
    private readonly SemaphoreSlim writeTurn = new(1, 1);
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> pending = new();
    private readonly Task reading;
    private volatile HolderException? closeReason;
    private int lastId;

    private ControlClient(Stream stream)
    {
        this.stream = stream;
        reading = ReadLoopAsync();
    }

    /// <summary>How long a request waits for its reply; <see cref="AdvanceAsync"/> waits as long as it takes.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Connects to <c>unix:PATH</c>, <c>tcp:HOST:PORT</c>, <c>tcp:PORT</c> or <c>pipe:NAME</c>.</summary>
    /// <exception cref="HolderConnectionException">Nobody listens there.</exception>
    public static async Task<ControlClient> ConnectAsync(string address, CancellationToken cancellation = default) =>
        new(await HolderAddress.OpenAsync(address, cancellation));

    /// <summary>Talks over a stream that is open already, and owns it.</summary>
    public static ControlClient Over(Stream stream) => new(stream);

    public Task InsertStickAsync(CancellationToken cancellation = default) => SendAsync("insertStick", null, cancellation);

    public Task RemoveStickAsync(CancellationToken cancellation = default) => SendAsync("removeStick", null, cancellation);

    public Task PressButtonAsync(CancellationToken cancellation = default) => SendAsync("pressButton", null, cancellation);

    public Task ReleaseButtonAsync(CancellationToken cancellation = default) => SendAsync("releaseButton", null, cancellation);

    /// <summary>Presses the button and releases it after a virtual time.</summary>
    public Task HoldButtonAsync(TimeSpan duration, CancellationToken cancellation = default) =>
        SendAsync("holdButton", new JsonObject { ["seconds"] = duration.TotalSeconds }, cancellation);

    public Task PuffAsync(double millilitres, double seconds, CancellationToken cancellation = default) =>
        SendAsync("puff", new JsonObject { ["millilitres"] = millilitres, ["seconds"] = seconds }, cancellation);

    /// <summary>Plays a puff profile from now on: <c>hci</c>, <c>worst</c>, <c>natural</c> or <c>none</c>.</summary>
    public Task PlayPuffsAsync(string profile, CancellationToken cancellation = default) =>
        SendAsync("playPuffs", new JsonObject { ["profile"] = profile }, cancellation);

    public Task TiltAsync(CancellationToken cancellation = default) => SendAsync("tilt", null, cancellation);

    public Task DoubleTapAsync(CancellationToken cancellation = default) => SendAsync("doubleTap", null, cancellation);

    public Task DockAsync(CancellationToken cancellation = default) => SendAsync("dock", null, cancellation);

    public Task UndockAsync(CancellationToken cancellation = default) => SendAsync("undock", null, cancellation);

    public Task SetUsbPowerAsync(bool plugged, CancellationToken cancellation = default) =>
        SendAsync("setUsbPower", new JsonObject { ["plugged"] = plugged }, cancellation);

    public Task SetAmbientAsync(double celsius, CancellationToken cancellation = default) =>
        SendAsync("setAmbient", new JsonObject { ["celsius"] = celsius }, cancellation);

    /// <summary>Breaks the radio link as distance does.</summary>
    public Task DropLinkAsync(CancellationToken cancellation = default) => SendAsync("dropLink", null, cancellation);

    /// <summary>Sets the time from a request to its reply on the air, 0 to 60 000 virtual ms.</summary>
    public Task SetReplyDelayAsync(TimeSpan delay, CancellationToken cancellation = default) =>
        SendAsync("setReplyDelay", new JsonObject { ["milliseconds"] = (int)delay.TotalMilliseconds }, cancellation);

    /// <summary>Closes the service contact inside the case for 3.5 s: releases a lock-out.</summary>
    public Task ServiceAsync(CancellationToken cancellation = default) => SendAsync("service", null, cancellation);

    /// <summary>Cuts the power and puts it back; the firmware boots again and the link is lost.</summary>
    public Task PowerCycleAsync(CancellationToken cancellation = default) => SendAsync("powerCycle", null, cancellation);

    /// <summary>Virtual time against real time: 1 is real time, 20 is twenty times as fast.</summary>
    public Task SetSpeedAsync(double speed, CancellationToken cancellation = default) =>
        SendAsync("setSpeed", new JsonObject { ["speed"] = speed }, cancellation);

    /// <summary>Lets virtual time stand still.</summary>
    public Task PauseAsync(CancellationToken cancellation = default) => SendAsync("pause", null, cancellation);

    public Task ResumeAsync(CancellationToken cancellation = default) => SendAsync("resume", null, cancellation);

    /// <summary>Runs virtual time forward at once; ends when it has passed.</summary>
    public Task AdvanceAsync(TimeSpan duration, CancellationToken cancellation = default) => ExchangeAsync(
        "advance", new JsonObject { ["seconds"] = duration.TotalSeconds }, System.Threading.Timeout.InfiniteTimeSpan, cancellation);

    /// <summary>What can be seen of the holder and its surroundings now; the names are those of the control channel.</summary>
    public Task<JsonElement> ReadStateAsync(CancellationToken cancellation = default) => SendAsync("state", null, cancellation);

    /// <summary>Any verb of the control channel; <c>help</c> lists them.</summary>
    /// <returns>The verb's result.</returns>
    /// <exception cref="HolderException">The emulator refused; the message says why.</exception>
    /// <exception cref="HolderTimeoutException">No reply within <see cref="Timeout"/>.</exception>
    /// <exception cref="HolderConnectionException">The channel was lost.</exception>
    public Task<JsonElement> SendAsync(string verb, JsonObject? parameters = null, CancellationToken cancellation = default) =>
        ExchangeAsync(verb, parameters, Timeout, cancellation);

    public async ValueTask DisposeAsync()
    {
        Close(new HolderConnectionException("The client has closed the control channel."));
        await reading;
        closing.Dispose();
    }

    private async Task<JsonElement> ExchangeAsync(
        string verb, JsonObject? parameters, TimeSpan timeout, CancellationToken cancellation)
    {
        int id = Interlocked.Increment(ref lastId);
        var request = (JsonObject?)parameters?.DeepClone() ?? [];
        request["id"] = id;
        request["verb"] = verb;
        var reply = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        pending[id] = reply;
        try
        {
            ThrowIfClosed();
            await WriteAsync(JsonSerializer.SerializeToUtf8Bytes<JsonNode>(request), cancellation);
            return await reply.Task.WaitAsync(timeout, cancellation);
        }
        catch (TimeoutException error)
        {
            throw new HolderTimeoutException($"No reply to {verb} within {timeout.TotalSeconds:0.###} s.", error);
        }
        finally
        {
            pending.TryRemove(id, out _);
        }
    }

    private async Task WriteAsync(byte[] json, CancellationToken cancellation)
    {
        await writeTurn.WaitAsync(cancellation);
        try
        {
            // Not cancelled halfway: half a line would spoil the next one.
            await stream.WriteAsync((byte[])[.. json, (byte)'\n'], CancellationToken.None);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            Close(new HolderConnectionException("The control channel was lost.", error));
            ThrowIfClosed();
        }
        finally
        {
            writeTurn.Release();
        }
    }

    private async Task ReadLoopAsync()
    {
        var reason = new HolderException("The control channel sent a line that is no reply.");
        using var reader = new StreamReader(stream);
        try
        {
            while (await reader.ReadLineAsync(closing.Token) is { } line)
            {
                Dispatch(line);
            }

            reason = new HolderConnectionException("The emulator has closed the control channel.");
        }
        catch (OperationCanceledException)
        {
            // Closed by this side: the reason is set already.
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            reason = new HolderConnectionException("The control channel was lost.", error);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            reason = new HolderException(reason.Message, error);
        }
        finally
        {
            Close(reason);
        }
    }

    /// <summary>Gives a reply to whoever waits for it. Lines without a number are events; nobody here asks for them.</summary>
    private void Dispatch(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement;
        if (!root.TryGetProperty("id", out JsonElement id) || id.ValueKind != JsonValueKind.Number
            || !pending.TryGetValue(id.GetInt32(), out TaskCompletionSource<JsonElement>? reply))
        {
            return;
        }

        if (root.TryGetProperty("ok", out JsonElement ok) && ok.ValueKind == JsonValueKind.True)
        {
            reply.TrySetResult(root.TryGetProperty("result", out JsonElement result) ? result.Clone() : default);
            return;
        }

        string? error = root.TryGetProperty("error", out JsonElement text) ? text.GetString() : line;
        reply.TrySetException(new HolderException($"The emulator refused: {error}"));
    }

    private void Close(HolderException reason)
    {
        if (Interlocked.CompareExchange(ref closeReason, reason, null) is not null)
        {
            return;
        }

        closing.Cancel();
        foreach (TaskCompletionSource<JsonElement> reply in pending.Values)
        {
            reply.TrySetException(reason);
        }
    }

    private void ThrowIfClosed()
    {
        if (closeReason is { } reason)
        {
            throw new HolderConnectionException(reason.Message, reason);
        }
    }
}
