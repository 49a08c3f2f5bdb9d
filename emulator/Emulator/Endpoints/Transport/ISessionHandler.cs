using System.Buffers;

namespace IqosDevice.Emulator.Endpoints.Transport;

/// <summary>What an endpoint does with one connection. Its methods are called inside the simulation.</summary>
internal interface ISessionHandler
{
    /// <summary>After a refusal: whether the cause may pass in a moment. Read on any thread.</summary>
    bool MayAskAgain { get; }

    /// <summary>The connection is there. Called again after a refusal while <see cref="MayAskAgain"/>.</summary>
    /// <returns>Null to take it, or why it is refused; a refused one hears nothing more.</returns>
    string? Opened(StreamSession session);

    /// <summary>Takes every whole message from the front of the bytes, and leaves the rest.</summary>
    /// <exception cref="ProtocolException">The client broke the protocol; the connection ends.</exception>
    void Received(ref ReadOnlySequence<byte> bytes);

    /// <summary>The connection has ended. Called once.</summary>
    void Closed(string reason);
}
