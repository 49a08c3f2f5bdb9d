namespace IqosDevice.Client;

/// <summary>There is no connection: nobody listens, the holder refused (another client is connected), or the link was lost.</summary>
public sealed class HolderConnectionException : HolderException
{
    public HolderConnectionException(string message)
        : base(message)
    {
    }

    public HolderConnectionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
