using System.IO.Pipes;

namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>
/// A named pipe of the user's (on Windows <c>\\.\pipe\NAME</c>). One instance always waits, so that a client which
/// comes while another is served is refused rather than left hanging.
/// </summary>
internal sealed class NamedPipeStreamListener : IStreamListener
{
    private readonly string name;
    private NamedPipeServerStream waiting;
    private int acceptedCount;

    public NamedPipeStreamListener(PipeAddress address)
    {
        name = address.Name;
        Address = address.ToString();
        try
        {
            waiting = CreateInstance(PipeOptions.FirstPipeInstance);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{Address} cannot be listened on: {failure.Message}", failure);
        }
    }

    public string Address { get; }

    public async ValueTask<TransportConnection?> AcceptAsync(CancellationToken cancellation)
    {
        NamedPipeServerStream connected = waiting;
        try
        {
            await connected.WaitForConnectionAsync(cancellation);
        }
        catch (IOException)
        {
            // The client came and went before it was taken; this instance is spent.
            await connected.DisposeAsync();
            waiting = CreateInstance(PipeOptions.None);
            throw;
        }

        waiting = CreateInstance(PipeOptions.None);
        return TransportConnection.FromStream(connected, $"pipe client {++acceptedCount}");
    }

    public ValueTask DisposeAsync() => waiting.DisposeAsync();

    private NamedPipeServerStream CreateInstance(PipeOptions first) => new(
        name,
        PipeDirection.InOut,
        NamedPipeServerStream.MaxAllowedServerInstances,
        PipeTransmissionMode.Byte,
        PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly | first);
}
