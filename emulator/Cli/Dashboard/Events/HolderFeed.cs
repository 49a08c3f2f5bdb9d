using System.Collections.Immutable;
using System.Net.ServerSentEvents;
using IqosDevice.Cli.Dashboard.Traffic;
using IqosDevice.Emulator.Hosting;

namespace IqosDevice.Cli.Dashboard.Events;

/// <summary>
/// Tells any number of readers what happens: ten times a second one look inside the simulation, one text for all. A
/// reader that has just come is told the past first. While nobody reads, nobody looks.
/// </summary>
internal sealed class HolderFeed : IAsyncDisposable
{
    public const int MostReaders = 16;

    // At 20 times real time a look finds 20 samples; after a jump over a whole session, 3,600. No screen is as wide as
    // this many: what is thinner does not show.
    private const int SamplesPerLook = 2000;
    private const int SamplesOfPast = 6000;

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    // A page that hears nothing for longer than this takes the run for dead.
    private const int LooksPerSign = 10;

    private readonly DashboardSubject subject;
    private readonly SimulationDoor door;
    private readonly CancellationTokenSource ending = new();
    private readonly Task running;
    private ImmutableList<FeedReader> readers = [];
    private TrafficDecoder decoder = new();
    private FeedPosition position;
    private string lastText = string.Empty;
    private int silentLooks;
    private long messageNumber;

    public HolderFeed(DashboardSubject subject, SimulationDoor door)
    {
        this.subject = subject;
        this.door = door;
        running = RunAsync();
    }

    /// <summary>Those who read now.</summary>
    public IReadOnlyList<FeedReader> Readers => readers;

    /// <summary>Lets somebody read from the next look on.</summary>
    /// <returns>Null where there are <see cref="MostReaders"/> already.</returns>
    public FeedReader? TryJoin()
    {
        var reader = new FeedReader();
        bool joined = ImmutableInterlocked.Update(ref readers, all => all.Count < MostReaders ? all.Add(reader) : all);
        if (ending.IsCancellationRequested)
        {
            reader.End();
        }

        return joined ? reader : null;
    }

    public void Leave(FeedReader reader) => ImmutableInterlocked.Update(ref readers, all => all.Remove(reader));

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await running;
        ending.Dispose();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(LookInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(ending.Token))
            {
                ImmutableList<FeedReader> present = readers;
                if (present.Count > 0)
                {
                    await TellAsync(present).WaitAsync(ending.Token);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SimulationEndedException)
        {
            // The run is over.
        }
        finally
        {
            await ending.CancelAsync();
            readers.ForEach(reader => reader.End());
        }
    }

    private async Task TellAsync(ImmutableList<FeedReader> present)
    {
        bool hasNew = present.Exists(reader => !reader.IsGreeted);
        bool hasOld = present.Exists(reader => reader.IsGreeted);
        (FeedLook look, FeedLook? past) = await door.AskAsync(() => (
            FeedLook.At(subject, hasOld ? position : EndPosition()),
            hasNew ? FeedLook.Back(subject) : null));
        position = look.Next;
        if (past is not null)
        {
            // The decoder that has read the past knows the fragments that are under way.
            var fresh = new TrafficDecoder();
            Greet(present, FeedJson.Write(past, fresh, SamplesOfPast));
            decoder = hasOld ? decoder : fresh;
        }

        if (hasOld)
        {
            Push(present.Where(reader => reader.IsGreeted), FeedJson.Write(look, decoder, SamplesPerLook));
        }

        foreach (FeedReader reader in present)
        {
            reader.IsGreeted = true;
        }
    }

    private FeedPosition EndPosition() => new(long.MaxValue, long.MaxValue, long.MaxValue);

    private void Greet(ImmutableList<FeedReader> present, string text)
    {
        foreach (FeedReader reader in present.Where(reader => !reader.IsGreeted))
        {
            reader.Push(new SseItem<string>(text, "past") { EventId = $"{messageNumber}" });
        }
    }

    private void Push(IEnumerable<FeedReader> greeted, string text)
    {
        if (text == lastText && ++silentLooks < LooksPerSign)
        {
            return;
        }

        silentLooks = 0;
        lastText = text;
        var message = new SseItem<string>(text, "look") { EventId = $"{++messageNumber}" };
        foreach (FeedReader reader in greeted)
        {
            reader.Push(message);
        }
    }
}
