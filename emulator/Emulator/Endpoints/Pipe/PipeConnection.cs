using System.Buffers;
using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Endpoints.Pipe;

/// <summary>A client on the pipe: the ATT bearer over its stream. Runs inside the simulation.</summary>
internal sealed class PipeConnection : ISessionHandler, IAttBearer
{
    private readonly GattPeripheral peripheral;
    private readonly PipeDoor door;
    private readonly Action<string> log;
    private readonly byte[] joined = new byte[L2capFrame.MostPayloadBytes];
    private StreamSession? session;
    private AttServer? server;
    private bool isOtherChannelLogged;

    public PipeConnection(GattPeripheral peripheral, PipeDoor door, Action<string> log)
    {
        this.peripheral = peripheral;
        this.door = door;
        this.log = log;
    }

    /// <summary>The one that came last may wait; those before it were most likely given up by the same client.</summary>
    public bool MayAskAgain => door.Newest == this;

    public string Peer => session?.Peer ?? "client";

    public string? Opened(StreamSession opened)
    {
        if (session is null)
        {
            session = opened;
            door.Newest = this;
        }

        server = peripheral.TryConnect(this);
        if (server is not null)
        {
            return null;
        }

        return peripheral.ConnectedPeer is { } other ? $"{other} is connected" : "the holder does not advertise";
    }

    public void Received(ref ReadOnlySequence<byte> bytes)
    {
        while (!session!.IsEnding && L2capFrame.TryRead(ref bytes, out L2capFrame frame))
        {
            if (frame.ChannelId == L2capFrame.AttChannelId)
            {
                server!.Receive(Join(frame.Payload));
            }
            else
            {
                LogOtherChannel(frame.ChannelId);
            }
        }
    }

    public void Closed(string reason) => server!.Closed(reason);

    public void Send(ReadOnlySpan<byte> pdu)
    {
        Span<byte> header = stackalloc byte[L2capFrame.HeaderBytes];
        L2capFrame.WriteHeader(header, L2capFrame.AttChannelId, pdu.Length);
        session!.Send(header, pdu);
    }

    public void Close(string reason) => session!.Close(reason);

    private ReadOnlySpan<byte> Join(ReadOnlySequence<byte> payload)
    {
        if (payload.IsSingleSegment)
        {
            return payload.FirstSpan;
        }

        payload.CopyTo(joined);
        return joined.AsSpan(0, (int)payload.Length);
    }

    /// <summary>Signalling and security do not exist here; the first frame is worth a line, a flood of them is not.</summary>
    private void LogOtherChannel(ushort channelId)
    {
        if (!isOtherChannelLogged)
        {
            log($"{Peer}: frames on channel {channelId} are ignored; only channel {L2capFrame.AttChannelId} (ATT) is served");
            isOtherChannelLogged = true;
        }
    }
}
