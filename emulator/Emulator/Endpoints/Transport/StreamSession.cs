using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Net.Sockets;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>
/// One connection: a loop that reads and hands whole buffers to the simulation, where the handler's answers are
/// written. The first reason to end is the one that counts; it goes to the handler and to the log.
/// </summary>
internal sealed class StreamSession : IAsyncDisposable
{
    /// <summary>How long a client may take to read what was queued for it when the connection ended.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long a client may stand at the door: one that reconnects at once comes before the end of its last
    /// connection has been seen, and a holder that restarts advertises in a moment.
    /// </summary>
    private static readonly TimeSpan PatienceTime = TimeSpan.FromMilliseconds(400);

    private static readonly TimeSpan KnockTime = TimeSpan.FromMilliseconds(10);

    private readonly TransportConnection transport;
    private readonly ISessionHandler handler;
    private readonly ISimulationInbox inbox;
    private readonly SimulationTurn turn;
    private readonly OutboundQueue outbound;
    private readonly Action<string> log;
    private readonly Action receive;
    private readonly Action flush;
    private ReadOnlySequence<byte> received;
    private long consumedBytes;
    private bool isFlushPosted;
    private string? endReason;
    private Task running = Task.CompletedTask;

    public StreamSession(
        TransportConnection transport, ISessionHandler handler, ISimulationInbox inbox, int outboundBytes, Action<string> log)
    {
        this.transport = transport;
        this.handler = handler;
        this.inbox = inbox;
        this.log = log;
        turn = new SimulationTurn(inbox);
        outbound = new OutboundQueue(transport.Output, outboundBytes);
        receive = Receive;
        flush = Flush;
    }

    /// <summary>Who is at the other end, for the log.</summary>
    public string Peer => transport.Peer;

    /// <summary>Who that is by the kernel's word; null where it gives none.</summary>
    public PeerCredentials? Credentials => transport.Credentials;

    /// <summary>True from the first reason to end on.</summary>
    public bool IsEnding => Volatile.Read(ref endReason) is not null;

    /// <summary>Starts to serve.</summary>
    /// <returns>Completes, without failing, when the connection has ended and everything is released.</returns>
    public Task Start() => running = RunAsync();

    /// <summary>
    /// Sends a message: together with what else is sent in this turn of the simulation, in one write at its end. A client
    /// that does not read its messages is dropped. Never waits.
    /// </summary>
    public void Send(ReadOnlySpan<byte> header, ReadOnlySpan<byte> body)
    {
        if (!outbound.TryEnqueue(header, body))
        {
            Close("the client does not read what it is sent");
            transport.Abort();
        }
        else if (outbound.IsBlockReady)
        {
            outbound.Flush();
        }
        else if (!Interlocked.Exchange(ref isFlushPosted, true))
        {
            inbox.Post(flush);
        }
    }

    /// <summary>Ends the connection; what is queued still goes out. Thread-safe.</summary>
    public void Close(string reason)
    {
        Interlocked.CompareExchange(ref endReason, reason, null);
        turn.Cancel();
        transport.Input.CancelPendingRead();
    }

    public async ValueTask DisposeAsync()
    {
        Close("the emulator ends");
        await running;
    }

    private async Task RunAsync()
    {
        Task writing = WatchWritesAsync();
        bool isOpen = false;
        try
        {
            isOpen = await OpenAsync();
            if (isOpen)
            {
                await ReadLoopAsync();
            }
        }
        catch (Exception failure)
        {
            Close(Explain(failure));
        }
        finally
        {
            string reason = endReason ?? "the client left";
            if (isOpen)
            {
                log($"{Peer}: connection ended, {reason}");
                inbox.Post(() => handler.Closed(reason));
            }

            outbound.Complete();
            await DrainAsync(writing);
            await transport.DisposeAsync();
        }
    }

    private async Task<bool> OpenAsync()
    {
        long arrived = Stopwatch.GetTimestamp();
        string? refusal = null;
        void Knock() => refusal = handler.Opened(this);
        await turn.RunAsync(Knock);
        while (refusal is not null && handler.MayAskAgain && !IsEnding && Stopwatch.GetElapsedTime(arrived) < PatienceTime)
        {
            await Task.Delay(KnockTime);
            await turn.RunAsync(Knock);
        }

        log(refusal is null ? $"{Peer}: connected" : $"{Peer}: refused, {refusal}");
        return refusal is null;
    }

    private async Task ReadLoopAsync()
    {
        while (!IsEnding)
        {
            ReadResult read = await transport.Input.ReadAsync();
            if (read.IsCanceled)
            {
                return;
            }

            received = read.Buffer;
            await turn.RunAsync(receive);
            long restBytes = received.Length;
            transport.Input.AdvanceTo(received.Start, received.End);
            if (read.IsCompleted)
            {
                Close(restBytes == 0
                    ? "the client left"
                    : $"the client left in the middle of a message, after {restBytes} bytes of it");
            }
        }
    }

    /// <summary>Runs inside the simulation, while the read loop waits.</summary>
    private void Receive()
    {
        long beforeBytes = received.Length;
        try
        {
            handler.Received(ref received);
        }
        finally
        {
            consumedBytes += beforeBytes - received.Length;
        }
    }

    private void Flush()
    {
        Volatile.Write(ref isFlushPosted, false);
        outbound.Flush();
    }

    private async Task WatchWritesAsync()
    {
        try
        {
            await outbound.Completion;
            Close("the client left");
        }
        catch (Exception failure) when (IsLinkFailure(failure))
        {
            Close(Explain(failure));
        }
    }

    private async Task DrainAsync(Task writing)
    {
        try
        {
            await writing.WaitAsync(DrainTime);
        }
        catch (TimeoutException)
        {
            transport.Abort();
            await writing;
        }
    }

    private static bool IsLinkFailure(Exception failure) =>
        failure is IOException or SocketException or ObjectDisposedException or OperationCanceledException;

    private string Explain(Exception failure) => failure switch
    {
        ProtocolException malformed =>
            $"{malformed.Message} (byte {consumedBytes + malformed.OffsetBytes} of what the client sent)",
        OperationCanceledException => "the emulator ends",
        _ when IsLinkFailure(failure) => $"the link failed: {failure.Message}",
        _ => $"the emulator failed on this input: {failure.GetType().Name}: {failure.Message}",
    };
}
