namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>Takes connections at an address. Listens from its creation until it is disposed.</summary>
public interface IStreamListener : IAsyncDisposable
{
    /// <summary>Where it really listens: a port asked for as 0 is told here.</summary>
    string Address { get; }

    /// <summary>Waits for the next connection, which the caller then owns.</summary>
    /// <returns>Null where there will never be another one.</returns>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    ValueTask<TransportConnection?> AcceptAsync(CancellationToken cancellation);
}
