using IqosDevice.Client.Att;
using IqosDevice.Client.Gatt;

namespace IqosDevice.Client.Scp;

/// <summary>
/// Requests and replies over the SCP control point. Replies carry no request number, so one request is under way
/// at a time, and a notification that cannot be its answer (other address, other register) is passed over.
/// </summary>
internal sealed class ScpClient : IDisposable
{
    private const int FragmentBytes = 19;
    private readonly GattClient gatt;
    private readonly RemoteCharacteristic controlPoint;
    private readonly NotificationStream notifications;
    private readonly TimeSpan timeout;
    private readonly SemaphoreSlim turn = new(1, 1);

    private ScpClient(GattClient gatt, RemoteCharacteristic controlPoint, NotificationStream notifications, TimeSpan timeout)
    {
        this.gatt = gatt;
        this.controlPoint = controlPoint;
        this.notifications = notifications;
        this.timeout = timeout;
    }

    public static async Task<ScpClient> StartAsync(GattClient gatt, TimeSpan timeout, CancellationToken cancellation)
    {
        RemoteCharacteristic found = gatt.Find(HolderUuids.ScpControlPoint);
        return new ScpClient(gatt, found, await gatt.ListenAsync(found, cancellation), timeout);
    }

    /// <summary>Sends a request and waits for its reply.</summary>
    /// <exception cref="HolderTimeoutException">Silence: unsupported by the model, or not understood.</exception>
    public async Task<ScpMessage> RequestAsync(ScpMessage request, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            notifications.Drain();
            await SendAsync(request.ToBytes(), cancellation);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(timeout);
            try
            {
                while (true)
                {
                    ScpMessage reply = await ReceiveAsync(limit.Token);
                    if (Answers(reply, request))
                    {
                        return reply;
                    }
                }
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                throw new HolderTimeoutException(
                    $"No reply to {request} within {timeout.TotalSeconds:0.#} s: the model does not support it, or the holder did not understand it.");
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        notifications.Dispose();
        turn.Dispose();
    }

    private async Task SendAsync(byte[] frame, CancellationToken cancellation)
    {
        // Always in pieces of 19 bytes behind a SEQ that counts down, as the real clients write (20-byte writes).
        int pieces = (frame.Length + FragmentBytes - 1) / FragmentBytes;
        for (int piece = 0; piece < pieces; piece++)
        {
            int start = piece * FragmentBytes;
            int count = Math.Min(FragmentBytes, frame.Length - start);
            byte[] value = [(byte)(pieces - 1 - piece), .. frame.AsSpan(start, count)];
            await gatt.WriteAsync(controlPoint, value, cancellation);
        }
    }

    private async Task<ScpMessage> ReceiveAsync(CancellationToken cancellation)
    {
        var bytes = new List<byte>();
        while (true)
        {
            byte[] value = await notifications.NextAsync(cancellation);
            if (value.Length == 0)
            {
                continue;
            }

            bytes.AddRange(value.AsSpan(1));
            if (value[0] == 0)
            {
                return ScpMessage.Parse(bytes.ToArray());
            }
        }
    }

    private static bool Answers(ScpMessage reply, ScpMessage request)
    {
        byte address = request.Address switch { 0xC9 => 0x08, 0xD2 => 0x90, byte same => same };
        bool addressed = reply.IsReply && reply.Address == address && reply.IsLong == request.IsLong;
        return addressed && (reply.IsLong
            ? reply.Payload.AsSpan().StartsWith(request.Payload.AsSpan(0, Math.Min(2, request.Payload.Length)))
            : reply.Register == request.Register);
    }
}
