using System.Buffers;
using System.IO.Pipelines;

namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>
/// Bytes on their way to one client. Nobody who sends ever waits: what the link does not take at once goes out behind
/// the sender's back, and a client that does not read finds the queue full and is dropped by its session.
/// </summary>
internal sealed class OutboundQueue
{
    /// <summary>What is worth a write of its own, and the most that one write takes.</summary>
    private const int BlockBytes = 16 * 1024;

    private readonly Lock gate = new();
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PipeWriter output;
    private readonly long capacityBytes;
    private ArrayBufferWriter<byte> filling = new();
    private ArrayBufferWriter<byte> leaving = new();
    private long queuedBytes;
    private bool isWriting;
    private bool isCompleted;

    public OutboundQueue(PipeWriter output, int capacityBytes)
    {
        this.output = output;
        this.capacityBytes = capacityBytes;
    }

    /// <summary>Ends when all is out after <see cref="Complete"/>, or nobody takes it any more; fails where the link does.</summary>
    public Task Completion => completion.Task;

    /// <summary>So much waits that <see cref="Flush"/> is due.</summary>
    public bool IsBlockReady => filling.WrittenCount >= BlockBytes;

    /// <summary>Queues a message made of two parts, for the next <see cref="Flush"/>.</summary>
    /// <returns>False where there is no room; nothing is queued then. After the end everything is thrown away.</returns>
    public bool TryEnqueue(ReadOnlySpan<byte> header, ReadOnlySpan<byte> body)
    {
        lock (gate)
        {
            if (isCompleted)
            {
                return true;
            }

            int messageBytes = header.Length + body.Length;
            if (Interlocked.Read(ref queuedBytes) + messageBytes > capacityBytes)
            {
                return false;
            }

            Interlocked.Add(ref queuedBytes, messageBytes);
            filling.Write(header);
            filling.Write(body);
            return true;
        }
    }

    /// <summary>Writes what is queued: on the caller's thread as far as the link takes it at once, the rest later.</summary>
    public void Flush()
    {
        lock (gate)
        {
            if (isWriting)
            {
                return;
            }

            isWriting = true;
        }

        _ = WriteAsync();
    }

    /// <summary>Nothing follows; what is queued still goes out.</summary>
    public void Complete()
    {
        lock (gate)
        {
            isCompleted = true;
        }

        Flush();
    }

    private async Task WriteAsync()
    {
        try
        {
            while (TakeFilled(out ReadOnlyMemory<byte> filled))
            {
                while (!filled.IsEmpty)
                {
                    ReadOnlyMemory<byte> block = filled[..Math.Min(filled.Length, BlockBytes)];
                    FlushResult written = await output.WriteAsync(block);
                    if (written.IsCanceled || written.IsCompleted)
                    {
                        End(null);
                        return;
                    }

                    // Block by block, and not when all is out: a client that keeps up must not look like one that does not.
                    Interlocked.Add(ref queuedBytes, -block.Length);
                    filled = filled[block.Length..];
                }
            }
        }
        catch (Exception failure)
        {
            End(failure);
        }
    }

    /// <returns>False where nothing waits; then nobody writes any more.</returns>
    private bool TakeFilled(out ReadOnlyMemory<byte> filled)
    {
        lock (gate)
        {
            leaving.ResetWrittenCount();
            (filling, leaving) = (leaving, filling);
            filled = leaving.WrittenMemory;
            isWriting = !filled.IsEmpty;
            if (!isWriting && isCompleted)
            {
                completion.TrySetResult();
            }

            return isWriting;
        }
    }

    /// <summary>Nobody takes anything any more; <c>isWriting</c> stays, so that nobody tries.</summary>
    private void End(Exception? failure)
    {
        lock (gate)
        {
            isCompleted = true;
        }

        if (failure is null)
        {
            completion.TrySetResult();
        }
        else
        {
            completion.TrySetException(failure);
        }
    }
}
