using System.Threading.Channels;

namespace IqosDevice.Client.Att;

/// <summary>Notifications of one characteristic as they arrive; disposing stops listening.</summary>
internal sealed class NotificationStream(ChannelReader<byte[]> values, Action stop) : IDisposable
{
    /// <summary>The next value.</summary>
    /// <exception cref="HolderConnectionException">The link was lost.</exception>
    public async ValueTask<byte[]> NextAsync(CancellationToken cancellation)
    {
        try
        {
            return await values.ReadAsync(cancellation);
        }
        catch (ChannelClosedException error)
        {
            string message = error.InnerException?.Message ?? "The subscription has ended.";
            throw new HolderConnectionException(message, error.InnerException ?? error);
        }
    }

    /// <summary>Throws away what has arrived so far.</summary>
    public void Drain()
    {
        while (values.TryRead(out _))
        {
        }
    }

    public void Dispose() => stop();
}
