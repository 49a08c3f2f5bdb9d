using System.Collections.Concurrent;
using System.Net.Sockets;

namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>Takes connections from a listener and keeps their sessions until they end. Owns the listener.</summary>
internal sealed class StreamServer : IAsyncDisposable
{
    /// <summary>Pause after a failed accept: the cause (no file descriptor left, say) may need time to pass.</summary>
    private static readonly TimeSpan RetryTime = TimeSpan.FromMilliseconds(100);

    private readonly IStreamListener listener;
    private readonly Func<TransportConnection, StreamSession> createSession;
    private readonly int mostSessions;
    private readonly Action<string> log;
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentDictionary<StreamSession, Task> sessions = new();

    private StreamServer(
        IStreamListener listener, int mostSessions, Action<string> log, Func<TransportConnection, StreamSession> createSession)
    {
        this.listener = listener;
        this.mostSessions = mostSessions;
        this.log = log;
        this.createSession = createSession;
    }

    /// <summary>Where it listens.</summary>
    public string Address => listener.Address;

    /// <summary>Completes when there will be no more connections and the last one has ended.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Begins to accept; further connections than <paramref name="mostSessions"/> are closed at once.</summary>
    public static StreamServer Start(
        IStreamListener listener, int mostSessions, Action<string> log, Func<TransportConnection, StreamSession> createSession)
    {
        var server = new StreamServer(listener, mostSessions, log, createSession);
        server.Completion = server.RunAsync();
        return server;
    }

    /// <summary>Stops listening, ends every connection, and waits for their ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        foreach (StreamSession session in sessions.Keys)
        {
            await session.DisposeAsync();
        }

        await Completion;
        await listener.DisposeAsync();
        ending.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (await AcceptAsync() is { } connection)
            {
                await ServeAsync(connection);
            }
        }
        catch (OperationCanceledException)
        {
            // Asked for by DisposeAsync.
        }

        await Task.WhenAll(sessions.Values);
    }

    private async Task<TransportConnection?> AcceptAsync()
    {
        while (true)
        {
            try
            {
                return await listener.AcceptAsync(ending.Token);
            }
            catch (Exception failure) when (failure is IOException or SocketException)
            {
                log($"{Address}: a client could not be accepted: {failure.Message}");
                await Task.Delay(RetryTime, ending.Token);
            }
        }
    }

    private async Task ServeAsync(TransportConnection connection)
    {
        if (sessions.Count >= mostSessions)
        {
            log($"{connection.Peer}: refused, {mostSessions} connections are open");
            await connection.DisposeAsync();
            return;
        }

        StreamSession session = createSession(connection);
        Task running = session.Start();
        sessions[session] = running;
        TransportMetrics.Connections.Add(1);
        _ = running.ContinueWith(_ => Forget(session), TaskScheduler.Default);
        if (ending.IsCancellationRequested)
        {
            await session.DisposeAsync();
        }
    }

    private void Forget(StreamSession session)
    {
        sessions.TryRemove(session, out Task? _);
        TransportMetrics.Connections.Add(-1);
    }
}
