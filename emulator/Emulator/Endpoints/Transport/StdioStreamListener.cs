using System.IO.Pipelines;

namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>
/// The process's own standard streams: one connection, there from the start, and never another. A console read
/// cannot be withdrawn, so a thread of its own reads and the connection takes from a buffer; the thread ends with
/// the input or with the process.
/// </summary>
internal sealed class StdioStreamListener : IStreamListener
{
    private readonly Stream output;
    private readonly Stream input;
    private bool isAccepted;

    public StdioStreamListener(Stream input, Stream output)
    {
        this.input = input;
        this.output = output;
    }

    public string Address => PipeAddress.Stdio.ToString();

    public ValueTask<TransportConnection?> AcceptAsync(CancellationToken cancellation)
    {
        if (isAccepted)
        {
            return ValueTask.FromResult<TransportConnection?>(null);
        }

        isAccepted = true;
        var buffer = new System.IO.Pipelines.Pipe();
        new Thread(() => CopyInput(buffer.Writer)) { IsBackground = true, Name = "stdin" }.Start();
        return ValueTask.FromResult<TransportConnection?>(new TransportConnection(
            buffer.Reader, PipeWriter.Create(output, new StreamPipeWriterOptions(leaveOpen: true)), "stdio client"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void CopyInput(PipeWriter writer)
    {
        try
        {
            while (true)
            {
                int count = input.Read(writer.GetSpan());
                if (count == 0)
                {
                    break;
                }

                writer.Advance(count);
                if (writer.FlushAsync().AsTask().GetAwaiter().GetResult().IsCompleted)
                {
                    break;
                }
            }

            writer.Complete();
        }
        catch (IOException failure)
        {
            writer.Complete(failure);
        }
    }
}
