using System.Net.ServerSentEvents;
using System.Threading.Channels;

namespace IqosDevice.Cli.Dashboard.Events;

/// <summary>One reader of the feed. What it does not read in time is lost to it, the oldest first, and nobody waits.</summary>
internal sealed class FeedReader
{
    /// <summary>Messages that wait for a reader: five seconds of them.</summary>
    public const int MostWaiting = 50;

    private readonly Channel<SseItem<string>> channel;
    private long lost;

    public FeedReader() => channel = Channel.CreateBounded<SseItem<string>>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
        _ => Interlocked.Increment(ref lost));

    /// <summary>Messages that it did not read in time.</summary>
    public long LostCount => Interlocked.Read(ref lost);

    /// <summary>Was told the past, and is told what comes.</summary>
    public bool IsGreeted { get; set; }

    /// <summary>Never waits.</summary>
    public void Push(SseItem<string> message) => channel.Writer.TryWrite(message);

    public void End() => channel.Writer.TryComplete();

    public IAsyncEnumerable<SseItem<string>> ReadAllAsync(CancellationToken cancellation) => channel.Reader.ReadAllAsync(cancellation);
}
