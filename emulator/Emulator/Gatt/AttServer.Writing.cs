using IqosDevice.Emulator.Gatt.ClientPdus;
using IqosDevice.Emulator.Gatt.ServerPdus;

namespace IqosDevice.Emulator.Gatt;

/// <content>Requests and commands that write values.</content>
public sealed partial class AttServer
{
    private const byte CancelPreparedWrites = 0x00;
    private const byte WritePreparedValues = 0x01;

    private readonly PrepareWriteQueue preparedParts = new();

    /// <summary>
    /// Core 6.0, Vol 3, Part F, 3.4.5.3: whatever is wrong with a command, there is no answer. Signed writes
    /// (3.4.5.4) need a bond, and there are none.
    /// </summary>
    private void Command(byte opcode, ReadOnlySpan<byte> pdu)
    {
        if (opcode != (byte)AttOpcode.WriteCommand || pdu.Length > AttMtu || !WriteCommand.TryRead(pdu, out WriteCommand command))
        {
            return;
        }

        AttributeEntry? entry = table.Find(command.Handle);
        if (!CheckWritable(entry, command.Value.Length).IsSuccess)
        {
            return;
        }

        if (entry!.Role == AttributeRole.ClientConfiguration)
        {
            TryConfigure(entry.Characteristic!, command.Value);
        }
        else
        {
            entry.Characteristic!.Handler.Write(command.Value.ToArray(), static _ => { });
        }
    }

    /// <summary>Core 6.0, Vol 3, Part F, 3.4.5.1.</summary>
    private void Write(ReadOnlySpan<byte> pdu)
    {
        if (!WriteRequest.TryRead(pdu, out WriteRequest request))
        {
            Refuse(0, AttErrorCode.InvalidPdu);
            return;
        }

        ushort handle = request.Handle;
        WriteValue(handle, request.Value, error =>
        {
            if (!error.IsSuccess)
            {
                Refuse(handle, error);
                return;
            }

            var writer = new SpanWriter(ResponseBuffer);
            default(WriteResponse).Write(ref writer);
            Respond(writer.LengthBytes);
        });
    }

    /// <summary>Core 6.0, Vol 3, Part F, 3.4.6.1. Offsets are checked when the queue is executed.</summary>
    private void PrepareWrite(ReadOnlySpan<byte> pdu)
    {
        if (!PrepareWriteRequest.TryRead(pdu, out PrepareWriteRequest request))
        {
            Refuse(0, AttErrorCode.InvalidPdu);
            return;
        }

        AttributeEntry? entry = table.Find(request.Handle);
        AttErrorCode error = CheckWritable(entry, 0);
        if (error.IsSuccess)
        {
            error = preparedParts.TryAdd(entry!, request.OffsetBytes, request.Part);
        }

        if (!error.IsSuccess)
        {
            Refuse(request.Handle, error);
            return;
        }

        var writer = new SpanWriter(ResponseBuffer);
        new PrepareWriteResponse(request.Handle, request.OffsetBytes, request.Part).Write(ref writer);
        Respond(writer.LengthBytes);
    }

    /// <summary>
    /// Core 6.0, Vol 3, Part F, 3.4.6.3. The first value that its owner refuses ends it; those before stay
    /// written.
    /// </summary>
    private void ExecuteWrite(ReadOnlySpan<byte> pdu)
    {
        if (!ExecuteWriteRequest.TryRead(pdu, out ExecuteWriteRequest request)
            || request.Flags is not (CancelPreparedWrites or WritePreparedValues))
        {
            Refuse(0, AttErrorCode.InvalidPdu);
            return;
        }

        var values = new Queue<PreparedValue>();
        if (request.Flags == CancelPreparedWrites)
        {
            preparedParts.Clear();
        }
        else
        {
            AttErrorCode error = preparedParts.Take(values, out ushort failedHandle);
            if (!error.IsSuccess)
            {
                Refuse(failedHandle, error);
                return;
            }
        }

        WriteNext(values);
    }

    private void WriteNext(Queue<PreparedValue> values)
    {
        if (!values.TryDequeue(out PreparedValue prepared))
        {
            var writer = new SpanWriter(ResponseBuffer);
            default(ExecuteWriteResponse).Write(ref writer);
            Respond(writer.LengthBytes);
            return;
        }

        WriteValue(prepared.Entry.Handle, prepared.Value, error =>
        {
            if (!error.IsSuccess)
            {
                Refuse(prepared.Entry.Handle, error);
                return;
            }

            WriteNext(values);
        });
    }

    /// <summary>Writes any attribute. The subscriber's owner hears of a CCCD after the client has its answer.</summary>
    private void WriteValue(ushort handle, ReadOnlySpan<byte> value, Action<AttErrorCode> then)
    {
        AttributeEntry? entry = table.Find(handle);
        AttErrorCode error = CheckWritable(entry, value.Length);
        if (!error.IsSuccess)
        {
            then(error);
        }
        else if (entry!.Role == AttributeRole.ClientConfiguration)
        {
            Configure(entry.Characteristic!, value, then);
        }
        else
        {
            AskWrite(entry.Characteristic!, value.ToArray(), then);
        }
    }

    private static AttErrorCode CheckWritable(AttributeEntry? entry, int valueBytes)
    {
        if (entry is null)
        {
            return AttErrorCode.InvalidHandle;
        }

        if (!entry.CanWrite)
        {
            return AttErrorCode.WriteNotPermitted;
        }

        return valueBytes > AttLimits.LongestValueBytes ? AttErrorCode.InvalidAttributeValueLength : AttErrorCode.Success;
    }
}
