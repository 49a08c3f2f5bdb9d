using System.Buffers;
using IqosDevice.Emulator.Endpoints.Transport;

namespace IqosDevice.Emulator.Endpoints.Control;

/// <summary>
/// The lines of one client. A bad line is answered with an error and the next one is served; a line without end
/// is thrown away as it comes, so that it takes no memory.
/// </summary>
internal sealed class ControlConnection : ISessionHandler
{
    private readonly ControlHandler handler;
    private readonly Action<string> log;
    private ControlClient? client;
    private bool isSkipping;

    public ControlConnection(ControlHandler handler, Action<string> log)
    {
        this.handler = handler;
        this.log = log;
    }

    public bool MayAskAgain => false;

    public string? Opened(StreamSession session)
    {
        client = new ControlClient(session);
        return null;
    }

    public void Received(ref ReadOnlySequence<byte> bytes)
    {
        while (TrySkip(ref bytes) && TryReadLine(ref bytes, out ReadOnlySequence<byte> line))
        {
            if (!IsBlank(line))
            {
                Handle(line);
            }
        }
    }

    public void Closed(string reason) => client!.Left?.Invoke();

    /// <summary>Throws away the rest of a line that is too long.</summary>
    /// <returns>True where the next line begins.</returns>
    private bool TrySkip(ref ReadOnlySequence<byte> bytes)
    {
        if (!isSkipping)
        {
            return true;
        }

        SequencePosition? end = bytes.PositionOf((byte)'\n');
        bytes = end is null ? bytes.Slice(bytes.End) : bytes.Slice(bytes.GetPosition(1, end.Value));
        isSkipping = end is null;
        return !isSkipping;
    }

    private bool TryReadLine(ref ReadOnlySequence<byte> bytes, out ReadOnlySequence<byte> line)
    {
        try
        {
            return ControlLine.TryRead(ref bytes, out line);
        }
        catch (ProtocolException oversized)
        {
            log($"{client!.Peer}: {oversized.Message}; it is ignored");
            client.Send(ControlLine.Error($"Ignored: {oversized.Message}."));
            isSkipping = true;
            line = default;
            return TrySkip(ref bytes);
        }
    }

    private void Handle(ReadOnlySequence<byte> line)
    {
        string? text = ControlLine.TryDecode(line, out string error);
        if (text is null)
        {
            client!.Send(ControlLine.Error(error));
            return;
        }

        try
        {
            handler(text, client!);
        }
        catch (Exception failure)
        {
            // A defect of ours: the client and the log are told, and the holder runs on.
            log($"{client!.Peer}: '{text}' failed: {failure.GetType().Name}: {failure.Message}");
            client.Send(ControlLine.Error($"The emulator failed on this line: {failure.Message}"));
        }
    }

    private static bool IsBlank(ReadOnlySequence<byte> line) =>
        line.IsEmpty || (line.Length == 1 && line.FirstSpan.SequenceEqual("\r"u8));
}
