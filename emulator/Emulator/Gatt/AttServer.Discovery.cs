using IqosDevice.Emulator.Gatt.ClientPdus;
using IqosDevice.Emulator.Gatt.ServerPdus;

namespace IqosDevice.Emulator.Gatt;

/// <content>MTU and discovery: what is answered from the table alone.</content>
public sealed partial class AttServer
{
    private bool isMtuExchanged;

    /// <summary>
    /// Core 6.0, Vol 3, Part F, 3.4.2. The new MTU holds from the next PDU on. A client sends this once; one that
    /// repeats it is told the same again, and nothing changes.
    /// </summary>
    private void ExchangeMtu(ReadOnlySpan<byte> pdu)
    {
        if (!ExchangeMtuRequest.TryRead(pdu, out ExchangeMtuRequest request))
        {
            Refuse(0, AttErrorCode.InvalidPdu);
            return;
        }

        ushort serverMtu = Math.Clamp(peripheral.ServerMtu, AttLimits.DefaultMtu, AttLimits.LargestMtu);
        var writer = new SpanWriter(ResponseBuffer);
        new ExchangeMtuResponse(serverMtu).Write(ref writer);
        bool isFirst = !isMtuExchanged;
        isMtuExchanged = true;
        if (isFirst)
        {
            AttMtu = Math.Clamp(request.ClientMtu, AttLimits.DefaultMtu, serverMtu);
        }

        Respond(writer.LengthBytes);
        if (isFirst && !isClosed)
        {
            peripheral.MtuExchanged?.Invoke(AttMtu);
        }
    }

    /// <summary>Core 6.0, Vol 3, Part F, 3.4.3.1.</summary>
    private void FindInformation(ReadOnlySpan<byte> pdu)
    {
        if (!FindInformationRequest.TryRead(pdu, out FindInformationRequest request))
        {
            Refuse(0, AttErrorCode.InvalidPdu);
            return;
        }

        if (!CheckRange(request.StartHandle, request.EndHandle))
        {
            return;
        }

        foreach (AttributeEntry entry in table.Range(request.StartHandle, request.EndHandle))
        {
            if (!FindInformationResponse.TryAppend(ResponseBuffer, ref responseBytes, entry.Handle, entry.Type))
            {
                break;
            }
        }

        RespondIfFound(request.StartHandle);
    }

    /// <summary>
    /// Core 6.0, Vol 3, Part F, 3.4.3.3. Values that an owner would have to be asked for are not compared: GATT
    /// uses this request only to find services by UUID.
    /// </summary>
    private void FindByTypeValue(ReadOnlySpan<byte> pdu)
    {
        if (!FindByTypeValueRequest.TryRead(pdu, out FindByTypeValueRequest request))
        {
            Refuse(0, AttErrorCode.InvalidPdu);
            return;
        }

        if (!CheckRange(request.StartHandle, request.EndHandle))
        {
            return;
        }

        Uuid type = Uuid.FromShort(request.ShortType);
        foreach (AttributeEntry entry in table.Range(request.StartHandle, request.EndHandle))
        {
            if (entry.Role != AttributeRole.Fixed || entry.Type != type || !entry.FixedValue.Span.SequenceEqual(request.Value))
            {
                continue;
            }

            ushort groupEndHandle = entry.DeclaredService?.EndHandle ?? entry.Handle;
            if (!FindByTypeValueResponse.TryAppend(ResponseBuffer, ref responseBytes, entry.Handle, groupEndHandle))
            {
                break;
            }
        }

        RespondIfFound(request.StartHandle);
    }

    /// <summary>
    /// Core 6.0, Vol 3, Part F, 3.4.4.9. GATT groups by service only (Part G, 2.5.3); no service here is
    /// secondary.
    /// </summary>
    private void ReadByGroupType(ReadOnlySpan<byte> pdu)
    {
        if (!ReadByGroupTypeRequest.TryRead(pdu, out ReadByGroupTypeRequest request))
        {
            Refuse(0, AttErrorCode.InvalidPdu);
            return;
        }

        if (!CheckRange(request.StartHandle, request.EndHandle))
        {
            return;
        }

        if (request.Type != GattTypes.PrimaryService && request.Type != GattTypes.SecondaryService)
        {
            Refuse(request.StartHandle, AttErrorCode.UnsupportedGroupType);
            return;
        }

        foreach (AttributeEntry entry in table.Range(request.StartHandle, request.EndHandle))
        {
            if (entry.Type == request.Type && !ReadByGroupTypeResponse.TryAppend(
                    ResponseBuffer, ref responseBytes, entry.Handle, entry.DeclaredService!.EndHandle, entry.FixedValue.Span))
            {
                break;
            }
        }

        RespondIfFound(request.StartHandle);
    }

    /// <summary>Refuses a range that begins at 0 or ends before it begins (3.4.3.1, 3.4.3.3, 3.4.4.1, 3.4.4.9).</summary>
    private bool CheckRange(ushort startHandle, ushort endHandle)
    {
        bool isValid = startHandle != 0 && startHandle <= endHandle;
        if (!isValid)
        {
            Refuse(startHandle, AttErrorCode.InvalidHandle);
        }

        return isValid;
    }

    private void RespondIfFound(ushort startHandle)
    {
        if (responseBytes == 0)
        {
            Refuse(startHandle, AttErrorCode.AttributeNotFound);
        }
        else
        {
            Respond(responseBytes);
        }
    }
}
