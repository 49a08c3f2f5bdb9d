namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>Makes the listener for an address.</summary>
public static class StreamListener
{
    /// <summary>Begins to listen.</summary>
    /// <exception cref="IOException">The address is in use, or cannot be used; the message says why.</exception>
    public static IStreamListener Create(PipeAddress address) => address.Kind switch
    {
        PipeAddressKind.Unix => new UnixStreamListener(address),
        PipeAddressKind.Tcp => new TcpStreamListener(address),
        PipeAddressKind.NamedPipe => new NamedPipeStreamListener(address),
        PipeAddressKind.Stdio => new StdioStreamListener(Console.OpenStandardInput(), Console.OpenStandardOutput()),
        _ => throw new ArgumentOutOfRangeException(nameof(address)),
    };
}
