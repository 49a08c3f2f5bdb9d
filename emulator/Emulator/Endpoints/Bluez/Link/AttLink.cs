using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Gatt.ClientPdus;
using IqosDevice.Emulator.Gatt.ServerPdus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Link;

/// <summary>
/// The daemon's end of a connection to a holder: an ATT client, one request at a time (Core 6.0, Vol 3, Part F, 3.3.2).
/// What it sends and gets are the PDUs of the air, so that a capture shows this client as any other.
/// </summary>
internal sealed class AttLink : IAttBearer
{
    private readonly Queue<(byte[] Pdu, ResponseHandler Then)> waiting = new();
    private AttServer? server;
    private ResponseHandler? open;
    private bool isEnded;

    public AttLink(string peer) => Peer = peer;

    /// <summary>Takes a response; empty where the link has ended instead.</summary>
    public delegate void ResponseHandler(ReadOnlySpan<byte> response);

    /// <summary>Takes a value that the holder sent of its own accord.</summary>
    public delegate void ValueHandler(ushort valueHandle, ReadOnlySpan<byte> value);

    public string Peer { get; }

    /// <summary>ATT MTU in force.</summary>
    public ushort Mtu => server?.AttMtu ?? AttLimits.DefaultMtu;

    /// <summary>From <see cref="TryOpen"/> until either side ends it.</summary>
    public bool IsOpen => server is not null && !isEnded;

    /// <summary>Called for each notification and indication.</summary>
    public ValueHandler? ValueArrived { get; set; }

    /// <summary>Called once, when the holder's side has ended the link.</summary>
    public Action? Lost { get; set; }

    /// <summary>Connects.</summary>
    /// <returns>False where the holder does not advertise.</returns>
    public bool TryOpen(GattPeripheral peripheral)
    {
        server = peripheral.TryConnect(this);
        return server is not null;
    }

    /// <summary>Sends a request, after those before it are answered.</summary>
    public void Request(ReadOnlySpan<byte> pdu, ResponseHandler then)
    {
        if (isEnded)
        {
            then([]);
        }
        else if (open is not null)
        {
            waiting.Enqueue((pdu.ToArray(), then));
        }
        else
        {
            open = then;
            server!.Receive(pdu);
        }
    }

    /// <summary>Sends what is not answered.</summary>
    public void Command(ReadOnlySpan<byte> pdu)
    {
        if (!isEnded)
        {
            server!.Receive(pdu);
        }
    }

    /// <summary>Ends the link from this side.</summary>
    public void Disconnect(string reason)
    {
        if (!isEnded)
        {
            server!.Closed(reason);
            End();
        }
    }

    void IAttBearer.Send(ReadOnlySpan<byte> pdu)
    {
        if (HandleValueNotification.TryRead(pdu, out HandleValueNotification notification))
        {
            ValueArrived?.Invoke(notification.Handle, notification.Value);
        }
        else if (HandleValueIndication.TryRead(pdu, out HandleValueIndication indication))
        {
            ValueArrived?.Invoke(indication.Handle, indication.Value);
            Confirm();
        }
        else if (open is { } then)
        {
            open = null;
            then(pdu);
            SendNext();
        }
    }

    void IAttBearer.Close(string reason)
    {
        if (!isEnded)
        {
            End();
            Lost?.Invoke();
        }
    }

    private void Confirm()
    {
        Span<byte> pdu = stackalloc byte[1];
        var writer = new SpanWriter(pdu);
        default(HandleValueConfirmation).Write(ref writer);
        Command(pdu);
    }

    private void SendNext()
    {
        if (open is null && waiting.TryDequeue(out (byte[] Pdu, ResponseHandler Then) next))
        {
            open = next.Then;
            server!.Receive(next.Pdu);
        }
    }

    /// <summary>Whoever waits hears that nothing will come.</summary>
    private void End()
    {
        isEnded = true;
        ResponseHandler? then = open;
        open = null;
        then?.Invoke([]);
        while (waiting.TryDequeue(out (byte[] Pdu, ResponseHandler Then) next))
        {
            next.Then([]);
        }
    }
}
