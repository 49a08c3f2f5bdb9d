using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Threading.Channels;

namespace IqosDevice.Client.Att;

/// <summary>
/// ATT client on one connection: one request at a time (Core 6.0, Vol 3, Part F, 3.3.2), notifications to
/// whoever listens on their handle. Confirms indications by itself.
/// </summary>
internal sealed class AttClient : IAsyncDisposable
{
    /// <summary>Notifications kept for a listener that does not read; the oldest go first.</summary>
    private const int NotificationBacklog = 4096;

    private readonly L2capStream stream;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim requestTurn = new(1, 1);
    private readonly SemaphoreSlim writeTurn = new(1, 1);
    private readonly CancellationTokenSource closing = new();
    private readonly CancellationToken closed;
    private readonly ConcurrentDictionary<ushort, Channel<byte[]>[]> listeners = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile PendingRequest? pending;
    private volatile Exception? closeReason;

    public AttClient(Stream transport, TimeSpan timeout, TimeProvider time)
    {
        stream = new L2capStream(transport);
        Timeout = timeout;
        this.time = time;
        closed = closing.Token;
        _ = ReadLoopAsync();
    }

    /// <summary>How long a request waits for its response.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>
    /// Sends a request and returns the whole response PDU. Cancelling ends the wait alone: the request keeps its
    /// turn until its response has come, so that this is never taken for another one's.
    /// </summary>
    /// <exception cref="AttErrorException">The holder refused.</exception>
    /// <exception cref="HolderTimeoutException">No response in time; the connection is closed (3.3.3).</exception>
    /// <exception cref="HolderConnectionException">The link was lost.</exception>
    public async Task<byte[]> RequestAsync(byte[] request, CancellationToken cancellation)
    {
        await requestTurn.WaitAsync(cancellation);
        return await ExchangeAsync(request).WaitAsync(cancellation);
    }

    /// <summary>Listens to notifications and indications of one handle until the result is disposed.</summary>
    public NotificationStream Listen(ushort handle)
    {
        var channel = Channel.CreateBounded<byte[]>(
            new BoundedChannelOptions(NotificationBacklog) { FullMode = BoundedChannelFullMode.DropOldest });
        listeners.AddOrUpdate(handle, [channel], (_, others) => [.. others, channel]);
        if (closeReason is { } reason)
        {
            channel.Writer.TryComplete(reason);
        }

        return new NotificationStream(channel.Reader, () => Forget(handle, channel));
    }

    /// <summary>Ends the connection and waits until nothing of it runs any more; requests under way fail.</summary>
    public async ValueTask DisposeAsync()
    {
        Close(new HolderConnectionException("The client has closed the connection."));
        await ended.Task;
        closing.Dispose();
    }

    private async Task<byte[]> ExchangeAsync(byte[] request)
    {
        try
        {
            ThrowIfClosed();
            var waiting = new PendingRequest(request[0]);
            pending = waiting;
            await WriteAsync(request).WaitAsync(Timeout, time);
            return await waiting.Response.WaitAsync(Timeout, time);
        }
        catch (TimeoutException error)
        {
            var reason = new HolderTimeoutException(
                $"The holder did not answer ATT request 0x{request[0]:X2} within {Timeout.TotalSeconds:0.#} s.", error);
            Close(reason);
            throw reason;
        }
        finally
        {
            pending = null;
            requestTurn.Release();
        }
    }

    private async Task WriteAsync(byte[] pdu)
    {
        await writeTurn.WaitAsync(closed);
        try
        {
            await stream.WriteAsync(pdu, closed);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or OperationCanceledException)
        {
            Close(new HolderConnectionException("The holder has closed the connection.", error));
            ThrowIfClosed();
        }
        finally
        {
            writeTurn.Release();
        }
    }

    /// <summary>
    /// Reads until a response has come. Whoever waits for it goes on at once, on this very thread, and may stay there as
    /// long as it likes; so another loop has taken over by then.
    /// </summary>
    private async Task ReadLoopAsync()
    {
        Exception reason = new HolderConnectionException("The holder has closed the connection.");
        try
        {
            while (true)
            {
                ReadOnlyMemory<byte> pdu = await stream.ReadAsync(closed);
                if (pdu.IsEmpty)
                {
                    break;
                }

                if (pdu.Span[0] is AttOpcode.HandleValueNotification or AttOpcode.HandleValueIndication)
                {
                    await TakeValueAsync(pdu);
                }
                else if (pending is { } request && request.TryParse(pdu.Span))
                {
                    pending = null;
                    _ = ReadLoopAsync();
                    request.Complete();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Closed by this side: the reason is set already.
        }
        catch (Exception error)
        {
            reason = error as HolderException ?? new HolderConnectionException("The connection was lost.", error);
        }

        Close(reason);
        await stream.DisposeAsync();
        ended.TrySetResult();
    }

    /// <summary>Hands a notification or an indication to whoever listens.</summary>
    private async ValueTask TakeValueAsync(ReadOnlyMemory<byte> pdu)
    {
        if (pdu.Length < 3)
        {
            return;
        }

        ushort handle = BinaryPrimitives.ReadUInt16LittleEndian(pdu.Span[1..]);
        if (listeners.TryGetValue(handle, out Channel<byte[]>[]? channels))
        {
            byte[] value = pdu[3..].ToArray();
            foreach (Channel<byte[]> channel in channels)
            {
                channel.Writer.TryWrite(value);
            }
        }

        if (pdu.Span[0] == AttOpcode.HandleValueIndication)
        {
            await WriteAsync([AttOpcode.HandleValueConfirmation]);
        }
    }

    private void Forget(ushort handle, Channel<byte[]> channel)
    {
        listeners.AddOrUpdate(handle, [], (_, others) => [.. others.Where(other => other != channel)]);
        channel.Writer.TryComplete();
    }

    private void Close(Exception reason)
    {
        if (Interlocked.CompareExchange(ref closeReason, reason, null) is not null)
        {
            return;
        }

        closing.Cancel();
        if (pending is { } request)
        {
            // Elsewhere: whoever waits for it may well wait for the end of this, next.
            _ = Task.Run(() => request.Fail(reason));
        }

        foreach (Channel<byte[]> channel in listeners.Values.SelectMany(channels => channels))
        {
            channel.Writer.TryComplete(reason);
        }
    }

    private void ThrowIfClosed()
    {
        if (closeReason is { } reason)
        {
            throw new HolderConnectionException(reason.Message, reason);
        }
    }

    private sealed class PendingRequest(byte opcode)
    {
        private readonly TaskCompletionSource<byte[]> completion = new();
        private byte[] response = [];
        private AttErrorException? error;

        public Task<byte[]> Response => completion.Task;

        /// <summary>Takes the PDU if it answers this request; anything else is none of the client's business.</summary>
        public bool TryParse(ReadOnlySpan<byte> pdu)
        {
            if (pdu[0] == AttOpcode.ResponseTo(opcode))
            {
                response = pdu.ToArray();
                return true;
            }

            if (pdu[0] == AttOpcode.ErrorResponse && pdu.Length >= 5 && pdu[1] == opcode)
            {
                error = new AttErrorException(opcode, BinaryPrimitives.ReadUInt16LittleEndian(pdu[2..]), pdu[4]);
                return true;
            }

            return false;
        }

        /// <summary>Whoever waits goes on with what was taken, on this thread.</summary>
        public void Complete()
        {
            if (error is null)
            {
                completion.TrySetResult(response);
            }
            else
            {
                completion.TrySetException(error);
            }
        }

        public void Fail(Exception reason) => completion.TrySetException(reason);
    }
}
