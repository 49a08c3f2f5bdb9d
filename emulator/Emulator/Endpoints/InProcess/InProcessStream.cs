using System.Buffers;
using IqosDevice.Emulator.Endpoints.Pipe;
using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Endpoints.InProcess;

/// <summary>
/// A client's end of the link, for one that runs on the simulation's own thread: L2CAP frames in a stream, as on the
/// pipe, but what is written is with the holder at once, and nothing in between takes a thread or a moment. Not thread-safe.
/// </summary>
public sealed class InProcessStream : Stream
{
    private readonly ArrayBufferWriter<byte> received = new();
    private readonly ArrayBufferWriter<byte> incoming = new();
    private readonly GattCentral central;
    private TaskCompletionSource? arrival;
    private int readBytes;
    private string? endReason;

    private InProcessStream(GattPeripheral peripheral) => central = new GattCentral(peripheral, "client in this process")
    {
        PduCame = Take,
        LinkEnded = End,
    };

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Connects to a holder.</summary>
    /// <exception cref="IOException">Another client is connected, or the holder does not advertise.</exception>
    public static InProcessStream Open(GattPeripheral peripheral)
    {
        var link = new InProcessStream(peripheral);
        return link.central.TryConnect()
            ? link
            : throw new IOException(peripheral.ConnectedPeer is { } other ? $"{other} is connected." : "The holder does not advertise.");
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <exception cref="IOException">The link has ended.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (endReason is not null)
        {
            throw new IOException(endReason);
        }

        received.Write(buffer);
        var rest = new ReadOnlySequence<byte>(received.WrittenMemory);
        while (endReason is null && L2capFrame.TryRead(ref rest, out L2capFrame frame))
        {
            if (frame.ChannelId == L2capFrame.AttChannelId)
            {
                central.Send(frame.Payload.ToArray());
            }
        }

        byte[] left = rest.ToArray();
        received.ResetWrittenCount();
        received.Write(left);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (incoming.WrittenCount == readBytes && endReason is null)
        {
            var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            arrival = waiting;
            await using CancellationTokenRegistration cancelling =
                cancellationToken.Register(() => waiting.TrySetCanceled(cancellationToken));
            await waiting.Task;
        }

        return HandOut(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Waiting here would stop the very thread that brings what is waited for.</summary>
    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("This link is read with ReadAsync.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && endReason is null)
        {
            End("The client left.");
            central.Disconnect(endReason!);
        }

        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> pdu)
    {
        Span<byte> header = stackalloc byte[L2capFrame.HeaderBytes];
        L2capFrame.WriteHeader(header, L2capFrame.AttChannelId, pdu.Length);
        incoming.Write(header);
        incoming.Write(pdu);
        Announce();
    }

    private void End(string reason)
    {
        endReason ??= reason;
        Announce();
    }

    private int HandOut(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, incoming.WrittenCount - readBytes);
        incoming.WrittenSpan.Slice(readBytes, count).CopyTo(buffer);
        readBytes += count;
        if (readBytes == incoming.WrittenCount)
        {
            incoming.ResetWrittenCount();
            readBytes = 0;
        }

        return count;
    }

    private void Announce() => Interlocked.Exchange(ref arrival, null)?.TrySetResult();
}
