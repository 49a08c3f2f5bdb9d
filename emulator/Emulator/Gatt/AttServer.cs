using IqosDevice.Emulator.Gatt.ServerPdus;

namespace IqosDevice.Emulator.Gatt;

/// <summary>
/// One connection's ATT server (Core 6.0, Vol 3, Part F). One method for each request, named after it: discovery,
/// reading, writing and the server's own PDUs in a file each. Runs inside the simulation and knows no time:
/// how long an owner may take to answer is the owner's matter.
/// <para>
/// Requests are answered one after the other (3.3.2). A client that does not wait finds room for
/// <see cref="MostWaitingRequests"/> more requests, which wait their turn; one too many ends the link.
/// </para>
/// </summary>
public sealed partial class AttServer
{
    /// <summary>Requests that may wait behind the one that is being answered.</summary>
    public const int MostWaitingRequests = 16;

    /// <summary>Bit 6 of an opcode: nobody waits for an answer (3.3.1).</summary>
    private const byte CommandFlag = 0x40;

    private readonly GattPeripheral peripheral;
    private readonly AttributeTable table;
    private readonly IAttBearer bearer;
    private readonly byte[] response = new byte[AttLimits.LargestMtu];
    private readonly Queue<byte[]> waitingRequests = new();

    private HandlerTicket? spareTicket;
    private HandlerTicket? openTicket;
    private byte requestOpcode;
    private int responseBytes;
    private bool isAnswering;
    private bool isDispatching;
    private bool isClosed;

    internal AttServer(GattPeripheral peripheral, IAttBearer bearer)
    {
        this.peripheral = peripheral;
        this.bearer = bearer;
        table = peripheral.Table;
        answerRead = AnswerRead;
        answerReadBlob = AnswerReadBlob;
    }

    /// <summary>ATT MTU in force.</summary>
    public ushort AttMtu { get; private set; } = AttLimits.DefaultMtu;

    /// <summary>Who is at the other end, for the log.</summary>
    public string Peer => bearer.Peer;

    private Span<byte> ResponseBuffer => response.AsSpan(0, AttMtu);

    /// <summary>A PDU arrived from the client. After the link has ended it is ignored.</summary>
    public void Receive(ReadOnlySpan<byte> pdu)
    {
        if (isClosed || pdu.IsEmpty)
        {
            return;
        }

        peripheral.Tap?.Received(pdu);
        byte opcode = new SpanReader(pdu).ReadByte();
        if ((opcode & CommandFlag) != 0)
        {
            Command(opcode, pdu);
        }
        else if (opcode == (byte)AttOpcode.HandleValueConfirmation)
        {
            HandleValueConfirmation(pdu);
        }
        else if (!IsServerPdu(opcode))
        {
            Request(pdu);
        }
    }

    /// <summary>The client has gone: its subscriptions end, and answers still to come are dropped.</summary>
    public void Closed(string reason) => peripheral.Ended(this, reason);

    /// <summary>Ends the link from this side.</summary>
    internal void CloseBearer(string reason) => bearer.Close(reason);

    /// <summary>Forgets everything of this connection.</summary>
    internal void End()
    {
        isClosed = true;
        openTicket?.Close();
        waitingRequests.Clear();
        preparedParts.Clear();
        waitingIndications.Clear();
        EndSubscriptions();
    }

    /// <summary>PDUs that only servers send; a client's are ignored, because this end has no ATT client.</summary>
    private static bool IsServerPdu(byte opcode) => (AttOpcode)opcode is AttOpcode.ErrorResponse
        or AttOpcode.ExchangeMtuResponse or AttOpcode.FindInformationResponse or AttOpcode.FindByTypeValueResponse
        or AttOpcode.ReadByTypeResponse or AttOpcode.ReadResponse or AttOpcode.ReadBlobResponse
        or AttOpcode.ReadMultipleResponse or AttOpcode.ReadByGroupTypeResponse or AttOpcode.WriteResponse
        or AttOpcode.PrepareWriteResponse or AttOpcode.ExecuteWriteResponse or AttOpcode.HandleValueNotification
        or AttOpcode.HandleValueIndication or AttOpcode.ReadMultipleVariableResponse
        or AttOpcode.MultipleHandleValueNotification;

    private void Request(ReadOnlySpan<byte> pdu)
    {
        if (isAnswering || isDispatching)
        {
            if (waitingRequests.Count == MostWaitingRequests)
            {
                peripheral.Disconnect($"{bearer.Peer} sent {MostWaitingRequests + 1} requests without waiting for an answer");
                return;
            }

            waitingRequests.Enqueue(pdu.ToArray());
            return;
        }

        Answer(pdu);
        AnswerWaiting();
    }

    /// <summary>
    /// Goes on with requests that waited. A loop and not a call from each answer, so that the stack stays flat.
    /// </summary>
    private void AnswerWaiting()
    {
        while (!isAnswering && !isDispatching && waitingRequests.TryDequeue(out byte[]? pdu))
        {
            Answer(pdu);
        }
    }

    private void Answer(ReadOnlySpan<byte> pdu)
    {
        isAnswering = true;
        isDispatching = true;
        requestOpcode = new SpanReader(pdu).ReadByte();
        responseBytes = 0;
        if (pdu.Length > AttMtu)
        {
            Refuse(0, AttErrorCode.InvalidPdu);
        }
        else
        {
            Dispatch(pdu);
        }

        isDispatching = false;
    }

    private void Dispatch(ReadOnlySpan<byte> pdu)
    {
        switch ((AttOpcode)requestOpcode)
        {
            case AttOpcode.ExchangeMtuRequest: ExchangeMtu(pdu); break;
            case AttOpcode.FindInformationRequest: FindInformation(pdu); break;
            case AttOpcode.FindByTypeValueRequest: FindByTypeValue(pdu); break;
            case AttOpcode.ReadByTypeRequest: ReadByType(pdu); break;
            case AttOpcode.ReadRequest: Read(pdu); break;
            case AttOpcode.ReadBlobRequest: ReadBlob(pdu); break;
            case AttOpcode.ReadMultipleRequest: ReadMultiple(pdu); break;
            case AttOpcode.ReadMultipleVariableRequest: ReadMultipleVariable(pdu); break;
            case AttOpcode.ReadByGroupTypeRequest: ReadByGroupType(pdu); break;
            case AttOpcode.WriteRequest: Write(pdu); break;
            case AttOpcode.PrepareWriteRequest: PrepareWrite(pdu); break;
            case AttOpcode.ExecuteWriteRequest: ExecuteWrite(pdu); break;

            // 3.3: "Request Not Supported" is the answer to every request that a server does not know.
            default: Refuse(0, AttErrorCode.RequestNotSupported); break;
        }
    }

    /// <summary>Answers with the first <paramref name="lengthBytes"/> of the response buffer, and goes on.</summary>
    private void Respond(int lengthBytes)
    {
        if (isClosed)
        {
            return;
        }

        isAnswering = false;
        Send(response.AsSpan(0, lengthBytes));
        AnswerWaiting();
    }

    private void Send(ReadOnlySpan<byte> pdu)
    {
        peripheral.Tap?.Sent(pdu);
        bearer.Send(pdu);
    }

    /// <summary>Answers with an Error Response (3.4.1.1).</summary>
    private void Refuse(ushort handle, AttErrorCode error)
    {
        var writer = new SpanWriter(ResponseBuffer);
        new ErrorResponse(requestOpcode, handle, error).Write(ref writer);
        Respond(writer.LengthBytes);
    }

    /// <summary>Asks a characteristic's owner for its value.</summary>
    private void AskRead(GattCharacteristic characteristic, ValueContinuation then)
    {
        HandlerTicket ticket = TakeTicket();
        ticket.OpenRead(then);
        characteristic.Handler.Read(ticket.CompleteRead);
        Return(ticket);
    }

    /// <summary>Gives a characteristic's owner a new value.</summary>
    private void AskWrite(GattCharacteristic characteristic, byte[] value, Action<AttErrorCode> then)
    {
        HandlerTicket ticket = TakeTicket();
        ticket.OpenWrite(then);
        characteristic.Handler.Write(value, ticket.CompleteWrite);
        Return(ticket);
    }

    private HandlerTicket TakeTicket()
    {
        HandlerTicket ticket = spareTicket ?? new HandlerTicket();
        spareTicket = null;
        openTicket = ticket;
        return ticket;
    }

    private void Return(HandlerTicket ticket)
    {
        if (!ticket.IsOpen)
        {
            spareTicket = ticket;
        }
    }
}
