namespace IqosDevice.Client;

/// <summary>The holder did not answer in time. For an SCP request that is how it refuses: it stays silent.</summary>
public sealed class HolderTimeoutException : HolderException
{
    public HolderTimeoutException(string message)
        : base(message)
    {
    }

    public HolderTimeoutException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
