using System.Text.Json;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Emulator.Recording.Runs;

/// <summary>
/// Writes down everything that enters a holder from outside, at its virtual time, and what is seen of the holder, so that
/// a replay can do the first again and compare the second. Clients of every endpoint are heard at the GATT server, acts of
/// every door at the verb. Lives inside the simulation; lines of JSON, the header first.
/// </summary>
public sealed class RunRecorder : IAttTap, IHolderObserver, IDisposable
{
    /// <summary>Ticks from one look at the holder to the next: one virtual second.</summary>
    internal const int TicksPerLook = 50;

    private readonly VirtualHolder subject;
    private readonly TextWriter writer;
    private readonly Action<string> log;
    private int tick;
    private bool hasEnded;
    private bool isDisposed;

    /// <summary>Begins a recording; the holder must have been started only just now.</summary>
    /// <param name="holder">The holder; not owned.</param>
    /// <param name="writer">Takes the lines; disposed with the recording.</param>
    /// <param name="log">Gets a line where the writer takes no more; the recording ends there, and nothing else does.</param>
    /// <exception cref="IOException">The writer takes nothing.</exception>
    public RunRecorder(VirtualHolder holder, TextWriter writer, Action<string>? log = null)
    {
        subject = holder;
        this.writer = writer;
        this.log = log ?? (static _ => { });
        writer.WriteLine(JsonSerializer.Serialize(RecordingHeader.Of(holder.Options), RecordingJson.Options));
        writer.Flush();
        holder.Observe(this);
        holder.ActComing += RecordAct;
    }

    /// <summary>The line that would end the recording now, for a copy of what there is so far; null where it has ended already.</summary>
    public string? EndLine => hasEnded ? null : Line(new RunRecord { End = subject.TraceHash });

    /// <summary>Brings everything so far to the writer's end.</summary>
    public void Flush() => Try(writer.Flush);

    /// <inheritdoc/>
    public void Connected() => Append(new RunRecord { Connect = subject.Peripheral.ConnectedPeer ?? "client" });

    /// <inheritdoc/>
    public void Received(ReadOnlySpan<byte> pdu) => Append(new RunRecord { In = Convert.ToHexString(pdu) });

    /// <inheritdoc/>
    public void Sent(ReadOnlySpan<byte> pdu) => Append(new RunRecord { Out = Convert.ToHexString(pdu) });

    /// <inheritdoc/>
    public void Disconnected(bool byPeripheral)
    {
        // Where the holder ended the link, it does so again in a replay.
        if (!byPeripheral)
        {
            Append(new RunRecord { Leave = subject.Peripheral.LinkEndReason ?? "left" });
        }
    }

    /// <inheritdoc/>
    public void AfterTick(VirtualHolder holder)
    {
        if (++tick % TicksPerLook == 0)
        {
            Append(new RunRecord { State = RunState.Of(holder) });
            Flush();
        }
    }

    /// <summary>Writes the end with the hash of the whole trace; what comes later is left out.</summary>
    public void Dispose()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            Append(new RunRecord { End = subject.TraceHash });
            Try(writer.Flush);
            hasEnded = true;
            Close();
        }
    }

    private void Close()
    {
        try
        {
            writer.Dispose();
        }
        catch (IOException)
        {
            // What could not be written has been told.
        }
    }

    private void RecordAct(string verb, IReadOnlyDictionary<string, object> parameters) => Append(new RunRecord
    {
        Verb = verb,
        With = parameters.Count > 0 ? JsonSerializer.SerializeToElement(parameters, RecordingJson.Options) : null,
    });

    private void Append(RunRecord record) => Try(() => writer.WriteLine(Line(record)));

    private string Line(RunRecord record) =>
        JsonSerializer.Serialize(record with { Us = subject.Queue.NowUs }, RecordingJson.Options);

    private void Try(Action write)
    {
        if (hasEnded)
        {
            return;
        }

        try
        {
            write();
        }
        catch (IOException failure)
        {
            hasEnded = true;
            log($"the recording ends here: {failure.Message}");
        }
    }
}
