using IqosDevice.Emulator.Endpoints.Pipe;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Recording;

/// <summary>
/// Captures the ATT traffic of a holder in a btsnoop file, which Wireshark opens. It listens at the GATT server, and
/// so hears the clients of every endpoint alike, at the virtual times at which PDUs are on the air; equal runs
/// give equal files. What is on other L2CAP channels never gets there, and is not in the file.
/// </summary>
public sealed class AttCapture : IAttTap, IDisposable
{
    private readonly Func<long> nowUs;
    private readonly BtsnoopWriter writer;
    private readonly Action<string> log;
    private readonly byte[] packet = new byte[HciPackets.AclHeaderBytes + L2capFrame.MostPayloadBytes];
    private bool hasEnded;

    /// <summary>Begins the file.</summary>
    /// <param name="queue">Virtual time.</param>
    /// <param name="stream">Unbuffered, so that a reader may follow; disposed with the capture.</param>
    /// <param name="log">Gets a line where the stream takes no more; the capture ends there, and nothing else does.</param>
    /// <exception cref="IOException">The stream takes nothing.</exception>
    public AttCapture(EventQueue queue, Stream stream, Action<string>? log = null)
        : this(() => queue.NowUs, stream, log)
    {
    }

    /// <summary>Begins the file; for what was on the air at other times than now.</summary>
    /// <param name="nowUs">Virtual time at which it was, µs.</param>
    /// <param name="stream">Unbuffered, so that a reader may follow; disposed with the capture.</param>
    /// <param name="log">Gets a line where the stream takes no more; the capture ends there, and nothing else does.</param>
    /// <exception cref="IOException">The stream takes nothing.</exception>
    public AttCapture(Func<long> nowUs, Stream stream, Action<string>? log = null)
    {
        this.nowUs = nowUs;
        this.log = log ?? (static _ => { });
        writer = new BtsnoopWriter(stream);
    }

    public void Connected()
    {
        var content = new SpanWriter(packet);
        HciPackets.WriteConnectionComplete(ref content);
        Append(BtsnoopFlags.Received | BtsnoopFlags.CommandOrEvent, content.Written);
    }

    public void Received(ReadOnlySpan<byte> pdu) => AppendPdu(pdu, received: true);

    public void Sent(ReadOnlySpan<byte> pdu) => AppendPdu(pdu, received: false);

    public void Disconnected(bool byPeripheral)
    {
        var content = new SpanWriter(packet);
        HciPackets.WriteDisconnectionComplete(ref content, byPeripheral);
        Append(BtsnoopFlags.Received | BtsnoopFlags.CommandOrEvent, content.Written);
    }

    /// <summary>Ends the file; what comes later is left out.</summary>
    public void Dispose()
    {
        hasEnded = true;
        writer.Dispose();
    }

    private void AppendPdu(ReadOnlySpan<byte> pdu, bool received)
    {
        var content = new SpanWriter(packet);
        HciPackets.WriteAtt(ref content, received, pdu);
        Append(received ? BtsnoopFlags.Received : BtsnoopFlags.None, content.Written);
    }

    private void Append(BtsnoopFlags flags, ReadOnlySpan<byte> content)
    {
        if (hasEnded)
        {
            return;
        }

        try
        {
            writer.Write(nowUs(), flags, content);
        }
        catch (IOException failure)
        {
            hasEnded = true;
            log($"the capture ends here: {failure.Message}");
        }
    }
}
