using IqosDevice.Emulator.Gatt.ClientPdus;
using IqosDevice.Emulator.Gatt.ServerPdus;

namespace IqosDevice.Emulator.Gatt;

/// <content>Requests that read several values into one answer.</content>
public sealed partial class AttServer
{
    /// <summary>Core 6.0, Vol 3, Part F, 3.4.4.7. The first handle that cannot be read fails the whole request.</summary>
    private void ReadMultiple(ReadOnlySpan<byte> pdu)
    {
        if (!ReadMultipleRequest.TryRead(pdu, out ReadMultipleRequest request))
        {
            Refuse(0, AttErrorCode.InvalidPdu);
            return;
        }

        var handles = new Queue<ushort>(request.Count);
        for (int i = 0; i < request.Count; i++)
        {
            handles.Enqueue(request[i]);
        }

        var writer = new SpanWriter(ResponseBuffer);
        new ReadMultipleResponse([]).Write(ref writer);
        responseBytes = writer.LengthBytes;
        ReadNext(handles, AppendValue);
    }

    private void AppendValue(ReadOnlySpan<byte> value)
    {
        var writer = new SpanWriter(ResponseBuffer, responseBytes);
        writer.WriteTruncated(value);
        responseBytes = writer.LengthBytes;
    }

    /// <summary>Core 6.0, Vol 3, Part F, 3.4.4.11.</summary>
    private void ReadMultipleVariable(ReadOnlySpan<byte> pdu)
    {
        if (!ReadMultipleVariableRequest.TryRead(pdu, out ReadMultipleVariableRequest request))
        {
            Refuse(0, AttErrorCode.InvalidPdu);
            return;
        }

        var handles = new Queue<ushort>(request.Count);
        for (int i = 0; i < request.Count; i++)
        {
            handles.Enqueue(request[i]);
        }

        ReadNext(handles, AppendLengthAndValue);
    }

    private void AppendLengthAndValue(ReadOnlySpan<byte> value) =>
        ReadMultipleVariableResponse.TryAppend(ResponseBuffer, ref responseBytes, value);

    /// <summary>Reads one value after the other. As deep as a request has handles at most, which the MTU limits to 258.</summary>
    private void ReadNext(Queue<ushort> handles, Action<ReadOnlySpan<byte>> append)
    {
        if (!handles.TryDequeue(out ushort handle))
        {
            Respond(responseBytes);
            return;
        }

        ReadValue(handle, (error, value) =>
        {
            if (!error.IsSuccess)
            {
                Refuse(handle, error);
                return;
            }

            append(value);
            ReadNext(handles, append);
        });
    }

    /// <summary>
    /// Core 6.0, Vol 3, Part F, 3.4.4.1. Where the first value cannot be read, that is the answer; where a later
    /// one cannot, or has another length, the answer ends before it and the client asks on from there.
    /// </summary>
    private void ReadByType(ReadOnlySpan<byte> pdu)
    {
        if (!ReadByTypeRequest.TryRead(pdu, out ReadByTypeRequest request))
        {
            Refuse(0, AttErrorCode.InvalidPdu);
        }
        else if (CheckRange(request.StartHandle, request.EndHandle))
        {
            ReadNextOfType(request, request.StartHandle);
        }
    }

    private void ReadNextOfType(ReadByTypeRequest request, ushort fromHandle)
    {
        AttributeEntry? next = null;
        foreach (AttributeEntry entry in table.Range(fromHandle, request.EndHandle))
        {
            if (entry.Type == request.Type)
            {
                next = entry;
                break;
            }
        }

        if (next is null)
        {
            RespondIfFound(request.StartHandle);
            return;
        }

        ReadValue(next.Handle, (error, value) => AppendOfType(request, next.Handle, error, value));
    }

    private void AppendOfType(ReadByTypeRequest request, ushort handle, AttErrorCode error, ReadOnlySpan<byte> value)
    {
        if (!error.IsSuccess && responseBytes == 0)
        {
            Refuse(handle, error);
            return;
        }

        bool isAppended = error.IsSuccess && ReadByTypeResponse.TryAppend(ResponseBuffer, ref responseBytes, handle, value);
        if (isAppended && handle < request.EndHandle)
        {
            ReadNextOfType(request, (ushort)(handle + 1));
            return;
        }

        Respond(responseBytes);
    }
}
