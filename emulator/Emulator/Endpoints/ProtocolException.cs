namespace IqosDevice.Emulator.Endpoints;

/// <summary>The other end broke the protocol; the connection cannot go on.</summary>
public sealed class ProtocolException : Exception
{
    public ProtocolException(string message, long offsetBytes)
        : base(message)
        => OffsetBytes = offsetBytes;

    /// <summary>Where, counted from the beginning of what the decoder was given.</summary>
    public long OffsetBytes { get; }
}
