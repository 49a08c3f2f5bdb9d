using System.Buffers;
using System.IO.Pipelines;

namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>
/// Bytes on their way to one client. Whoever enqueues never waits: a client that does not read finds the queue
/// full, and is dropped by its session.
/// </summary>
internal sealed class OutboundQueue
{
    private const int SegmentBytes = 16 * 1024;

    private readonly Lock gate = new();
    private readonly long capacityBytes;
    private readonly System.IO.Pipelines.Pipe queue = new(new PipeOptions(
        pauseWriterThreshold: 0, resumeWriterThreshold: 0, minimumSegmentSize: SegmentBytes, useSynchronizationContext: false));

    private long queuedBytes;
    private bool isHeld;
    private bool isCompleted;

    public OutboundQueue(int capacityBytes) => this.capacityBytes = capacityBytes;

    /// <summary>Queues a message made of two parts.</summary>
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
            queue.Writer.Write(header);
            queue.Writer.Write(body);
            FlushUnlessHeld();
            return true;
        }
    }

    /// <summary>Keeps what is queued from now on back until <see cref="Release"/>, so that it goes out in one write.</summary>
    public void Hold()
    {
        lock (gate)
        {
            isHeld = true;
        }
    }

    public void Release()
    {
        lock (gate)
        {
            isHeld = false;
            FlushUnlessHeld();
        }
    }

    /// <summary>Nothing follows; what is queued still goes out.</summary>
    public void Complete()
    {
        lock (gate)
        {
            isCompleted = true;
            queue.Writer.Complete();
        }
    }

    /// <summary>Writes what is queued until <see cref="Complete"/>, or until the output ends or is aborted.</summary>
    public async Task WriteToAsync(PipeWriter output)
    {
        try
        {
            await CopyToAsync(output);
        }
        finally
        {
            await queue.Reader.CompleteAsync();
        }
    }

    private async Task CopyToAsync(PipeWriter output)
    {
        while (true)
        {
            ReadResult read = await queue.Reader.ReadAsync();
            foreach (ReadOnlyMemory<byte> segment in read.Buffer)
            {
                FlushResult flushed = await output.WriteAsync(segment);
                if (flushed.IsCanceled || flushed.IsCompleted)
                {
                    return;
                }

                // At once, and not when the whole buffer is out: a client that keeps up must not look like one that does not.
                Interlocked.Add(ref queuedBytes, -segment.Length);
            }

            queue.Reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    private void FlushUnlessHeld()
    {
        if (isHeld || isCompleted)
        {
            return;
        }

        // A pipe without a threshold never makes its writer wait.
        ValueTask<FlushResult> flush = queue.Writer.FlushAsync();
        System.Diagnostics.Debug.Assert(flush.IsCompletedSuccessfully, "The queue's own bound is the only one.");
    }
}
