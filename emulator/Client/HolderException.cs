namespace IqosDevice.Client;

/// <summary>Something went wrong between the client and the holder.</summary>
public class HolderException : Exception
{
    public HolderException(string message)
        : base(message)
    {
    }

    public HolderException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
