using System.Runtime.CompilerServices;
using System.Threading.Channels;
using IqosDevice.Client.Att;
using IqosDevice.Client.Gatt;
using IqosDevice.Client.Values;

namespace IqosDevice.Client;

/// <summary>
/// Reads the event log. The holder notifies a listing that was asked for and events that happen meanwhile on the
/// same characteristic: entries are taken in order of their sequence, each once.
/// </summary>
internal sealed class EventLogReader(GattClient gatt, HolderClientOptions options)
{
    private const int SequenceCount = 0xFFFF;

    /// <summary>Holds an item while somebody waits for the end of a listing.</summary>
    private readonly Channel<bool> turn = Channel.CreateBounded<bool>(1);

    /// <summary>What the log holds from a sequence number on.</summary>
    /// <exception cref="HolderTimeoutException">The listing did not come to its end.</exception>
    public async Task<IReadOnlyList<EventLogEntry>> ReadAsync(int firstSequence, CancellationToken cancellation)
    {
        await turn.Writer.WriteAsync(true, cancellation);
        try
        {
            using NotificationStream values = await AskAsync(firstSequence, cancellation);
            var entries = new List<EventLogEntry>();
            while (true)
            {
                EventLogEntry entry = EventLogEntry.Parse(await NextAsync(values, cancellation));
                if (entry.Sequence == EventLogEntry.EndSequence)
                {
                    return entries;
                }

                if (entries.Count == 0 || IsLater(entry.Sequence, entries[^1].Sequence))
                {
                    entries.Add(entry);
                }
            }
        }
        finally
        {
            turn.Reader.TryRead(out _);
        }
    }

    /// <summary>What the log holds from a sequence number on, and then every event as it happens.</summary>
    public async IAsyncEnumerable<EventLogEntry> WatchAsync(
        int firstSequence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await turn.Writer.WriteAsync(true, cancellation);
        bool hasTurn = true;
        try
        {
            using NotificationStream values = await AskAsync(firstSequence, cancellation);
            int? last = null;
            while (true)
            {
                EventLogEntry entry = EventLogEntry.Parse(await values.NextAsync(cancellation));
                if (entry.Sequence == EventLogEntry.EndSequence)
                {
                    // From here on the end of a listing is another reader's.
                    Release(ref hasTurn);
                }
                else if (last is null || IsLater(entry.Sequence, last.Value))
                {
                    last = entry.Sequence;
                    yield return entry;
                }
            }
        }
        finally
        {
            Release(ref hasTurn);
        }
    }

    private void Release(ref bool hasTurn)
    {
        if (hasTurn)
        {
            hasTurn = false;
            turn.Reader.TryRead(out _);
        }
    }

    private async Task<NotificationStream> AskAsync(int firstSequence, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstSequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(firstSequence, SequenceCount);
        RemoteCharacteristic log = gatt.Find(HolderUuids.EventLog);
        NotificationStream values = await gatt.ListenAsync(log, cancellation);
        try
        {
            await gatt.WriteAsync(log, new[] { (byte)firstSequence, (byte)(firstSequence >> 8) }, cancellation);
            return values;
        }
        catch
        {
            values.Dispose();
            throw;
        }
    }

    private async Task<byte[]> NextAsync(NotificationStream values, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(options.ScpTimeout, options.Time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            return await values.NextAsync(limit.Token);
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new HolderTimeoutException($"The event log did not come to its end: nothing for {options.ScpTimeout.TotalSeconds:0.###} s.", error);
        }
    }

    /// <summary>Sequence numbers run from 0 to 0xFFFE and start again: later is what lies less than half a round ahead.</summary>
    private static bool IsLater(int sequence, int reference) =>
        (sequence - reference + SequenceCount) % SequenceCount is > 0 and < SequenceCount / 2;
}
