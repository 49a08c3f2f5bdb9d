using System.Text.Json;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Control;

namespace IqosDevice.Emulator.Recording.Runs;

/// <summary>
/// Does again what a recording says, as fast as the machine can, and compares what is seen. Each input comes after
/// everything that is due at its time, as it did when it was recorded.
/// </summary>
public sealed class RunReplay : IHolderObserver, IDisposable
{
    private const string Nothing = "nothing";

    private readonly RunRecord[] inputs;
    private readonly RunRecord[] sent;
    private readonly RunRecord[] states;
    private readonly RunRecording recording;
    private readonly ControlSession hands;
    private GattCentral? client;
    private int nextInput;
    private int nextSent;
    private int nextState;
    private int tick;

    /// <summary>Starts the recorded holder; nothing has happened yet.</summary>
    /// <param name="recording">What to do.</param>
    /// <param name="log">Takes the lines of firmware and board.</param>
    public RunReplay(RunRecording recording, Action<string>? log = null)
    {
        this.recording = recording;
        inputs = [.. recording.Records.Where(record => record.IsInput)];
        sent = [.. recording.Records.Where(record => record.Out is not null)];
        states = [.. recording.Records.Where(record => record.State is not null)];
        Holder = VirtualHolder.Start(recording.Options with { Log = log });
        Holder.Observe(this);
        hands = new ControlSession(Holder, new UnpacedTime(Holder), push: static _ => { });
    }

    /// <summary>The holder; it lives on after the replay is disposed.</summary>
    public VirtualHolder Holder { get; }

    /// <summary>What came out otherwise first; null so far.</summary>
    public ReplayDifference? FirstDifference { get; private set; }

    /// <summary>Why the last act that could not be done could not, for people; null where all could.</summary>
    public string? Refused { get; private set; }

    /// <summary>Replays up to a virtual time, or to the end of the recording where that comes first.</summary>
    public void RunUntil(TimeSpan time)
    {
        long endUs = (long)Math.Min(time.TotalMicroseconds, recording.Length.TotalMicroseconds);
        for (; nextInput < inputs.Length && inputs[nextInput].Us <= endUs; nextInput++)
        {
            Holder.Queue.RunUntil(inputs[nextInput].Us);
            Do(inputs[nextInput]);
            Holder.Queue.RunUntil(Holder.Queue.NowUs);
        }

        Holder.Queue.RunUntil(endUs);
    }

    /// <summary>Replays all of it and compares the hash of the whole trace.</summary>
    public void RunToEnd()
    {
        RunUntil(recording.Length);
        if (nextSent < sent.Length)
        {
            Differ("sent", sent[nextSent].Out!, Nothing);
        }

        if (recording.TraceHash is { } hash && hash != Holder.TraceHash)
        {
            Differ("end", $"trace {hash}", $"trace {Holder.TraceHash}");
        }
    }

    /// <inheritdoc/>
    public void AfterTick(VirtualHolder holder)
    {
        if (++tick % RunRecorder.TicksPerLook != 0 || nextState == states.Length)
        {
            return;
        }

        RunState recorded = states[nextState++].State!;
        var replayed = RunState.Of(holder);
        if (recorded != replayed)
        {
            Differ("state", recorded.ToString(), replayed.ToString());
        }
    }

    /// <summary>Lets a recorded client that is still there leave, so that others can come; the holder goes on.</summary>
    public void Dispose()
    {
        client?.Disconnect("The replay is over.");
        hands.Dispose();
    }

    private void Do(RunRecord input)
    {
        if (input.Connect is { } peer)
        {
            client = new GattCentral(Holder.Peripheral, peer) { PduCame = Compare };
            if (!client.TryConnect())
            {
                Differ("act", $"{peer} connects", "the holder does not advertise");
            }
        }
        else if (input.In is { } pdu)
        {
            client?.Send(Convert.FromHexString(pdu));
        }
        else if (input.Leave is { } reason)
        {
            client?.Disconnect(reason);
        }
        else
        {
            Act(input);
        }
    }

    private void Act(RunRecord input)
    {
        try
        {
            using JsonDocument none = JsonDocument.Parse("{}");
            hands.Execute(ControlVerbs.Find(input.Verb!), input.With ?? none.RootElement);
        }
        catch (ControlException problem)
        {
            // An act may have been refused when it was recorded, too: then nothing came of it then either.
            Refused = problem.Message;
        }
    }

    private void Compare(ReadOnlySpan<byte> pdu)
    {
        string replayed = Convert.ToHexString(pdu);
        RunRecord? recorded = nextSent < sent.Length ? sent[nextSent++] : null;
        if (recorded?.Out != replayed || recorded.Us != Holder.Queue.NowUs)
        {
            string at = recorded is null || recorded.Us == Holder.Queue.NowUs ? string.Empty : $" at {recorded.Us * 1e-6} s";
            Differ("sent", (recorded?.Out ?? Nothing) + at, replayed);
        }
    }

    private void Differ(string what, string recorded, string replayed) =>
        FirstDifference ??= new ReplayDifference(Holder.Queue.NowUs * 1e-6, what, recorded, replayed);
}
