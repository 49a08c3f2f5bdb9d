using IqosDevice.Client.Att;
using IqosDevice.Client.Gatt;

namespace IqosDevice.Client.Scp;

/// <summary>
/// Requests and replies over the SCP control point. Replies carry no request number, so one request is under way
/// at a time, and a notification that cannot be its answer (wrong checksum, other address, other register, other
/// selector) is passed over.
/// </summary>
internal sealed class ScpClient : IDisposable
{
    private const int FragmentBytes = 19;
    private readonly GattClient gatt;
    private readonly RemoteCharacteristic controlPoint;
    private readonly NotificationStream notifications;
    private readonly TimeSpan timeout;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim turn = new(1, 1);

    private ScpClient(GattClient gatt, RemoteCharacteristic controlPoint, NotificationStream notifications, HolderClientOptions options)
    {
        this.gatt = gatt;
        this.controlPoint = controlPoint;
        this.notifications = notifications;
        timeout = options.ScpTimeout;
        time = options.Time;
    }

    public static async Task<ScpClient> StartAsync(GattClient gatt, HolderClientOptions options, CancellationToken cancellation)
    {
        RemoteCharacteristic found = gatt.Find(HolderUuids.ScpControlPoint);
        return new ScpClient(gatt, found, await gatt.ListenAsync(found, cancellation), options);
    }

    /// <summary>
    /// Sends a request and waits for its reply. Cancelling ends the wait alone: the request keeps its turn until
    /// its reply has come or its time is over, so that a late reply is not taken for the next one's.
    /// </summary>
    /// <exception cref="HolderTimeoutException">Silence: unsupported by the model, or not understood.</exception>
    /// <exception cref="HolderConnectionException">The link was lost.</exception>
    public async Task<ScpMessage> RequestAsync(ScpMessage request, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        return await ExchangeAsync(request).WaitAsync(cancellation);
    }

    public void Dispose() => notifications.Dispose();

    private async Task<ScpMessage> ExchangeAsync(ScpMessage request)
    {
        string passedOver = string.Empty;
        try
        {
            notifications.Drain();
            await SendAsync(request.ToBytes());
            using var limit = new CancellationTokenSource(timeout, time);
            var assembler = new ScpAssembler();
            while (true)
            {
                byte[] value = await notifications.NextAsync(limit.Token);
                if (assembler.Add(value) is not { } message)
                {
                    continue;
                }

                if (ScpMessage.TryParse(message, out ScpMessage? reply, out string? problem) && Answers(reply, request))
                {
                    return reply;
                }

                passedOver = $" Passed over: {problem ?? $"{reply}, which answers something else."}";
            }
        }
        catch (OperationCanceledException error)
        {
            throw new HolderTimeoutException(
                $"No reply to {request} within {timeout.TotalSeconds:0.###} s: the model does not support it, "
                + $"or the holder did not understand it.{passedOver}", error);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task SendAsync(byte[] frame)
    {
        // Always in pieces of 19 bytes behind a SEQ that counts down, as the real clients write (20-byte writes).
        int pieces = (frame.Length + FragmentBytes - 1) / FragmentBytes;
        for (int piece = 0; piece < pieces; piece++)
        {
            int start = piece * FragmentBytes;
            int count = Math.Min(FragmentBytes, frame.Length - start);
            byte[] value = [(byte)(pieces - 1 - piece), .. frame.AsSpan(start, count)];
            await gatt.WriteAsync(controlPoint, value, CancellationToken.None);
        }
    }

    private static bool Answers(ScpMessage reply, ScpMessage request)
    {
        byte address = request.Address switch { 0xC9 => 0x08, 0xD2 => 0x90, byte same => same };
        if (!reply.IsReply || reply.Address != address || reply.IsLong != request.IsLong)
        {
            return false;
        }

        // A long reply repeats the two bytes of its request; a short one the register and the operation and, where
        // the operation is about one of several things (1 and 3), the selector in front of the payload.
        if (reply.IsLong)
        {
            return reply.Payload.AsSpan().StartsWith(request.Payload.AsSpan(0, Math.Min(2, request.Payload.Length)));
        }

        bool selects = (request.Operation & 1) != 0 && request.Payload.Length > 0;
        return reply.Register == request.Register && reply.Operation == request.Operation
            && (!selects || (reply.Payload.Length > 0 && reply.Payload[0] == request.Payload[0]));
    }
}
