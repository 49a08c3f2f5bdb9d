using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Gatt.ClientPdus;
using IqosDevice.Emulator.Gatt.ServerPdus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Link;

/// <summary>Values of attributes over a link, whole however long they are (Core 6.0, Vol 3, Part G, 4.8 and 4.9).</summary>
internal sealed class GattProcedures
{
    private const byte WritePreparedValues = 0x01;
    private const int WriteHeaderBytes = 3;
    private const int PrepareHeaderBytes = 5;

    private readonly AttLink link;
    private readonly byte[] pdu = new byte[AttLimits.LargestMtu];

    public GattProcedures(AttLink link) => this.link = link;

    /// <summary>Takes a value, or why there is none.</summary>
    public delegate void ReadHandler(AttErrorCode error, ReadOnlySpan<byte> value);

    /// <summary>Exchanges the MTU (4.3.1).</summary>
    public void ExchangeMtu(ushort clientMtu, Action then)
    {
        var writer = new SpanWriter(pdu);
        new ExchangeMtuRequest(clientMtu).Write(ref writer);
        link.Request(writer.Written, _ => then());
    }

    /// <summary>Reads a value from an offset on: Read (4.8.1), and Read Blob (4.8.3) while there is more.</summary>
    public void Read(ushort handle, int offset, ReadHandler then)
    {
        if (offset > 0)
        {
            ReadRest(handle, offset, [], then);
            return;
        }

        var writer = new SpanWriter(pdu);
        new ReadRequest(handle).Write(ref writer);
        link.Request(writer.Written, response =>
        {
            if (!ReadResponse.TryRead(response, out ReadResponse read))
            {
                then(ErrorOf(response), []);
            }
            else if (read.Value.Length < link.Mtu - 1)
            {
                then(AttErrorCode.Success, read.Value);
            }
            else
            {
                ReadRest(handle, read.Value.Length, read.Value.ToArray(), then);
            }
        });
    }

    /// <summary>Writes a value: Write (4.9.3), or the long way (4.9.4) where it does not fit or goes to an offset.</summary>
    public void Write(ushort handle, int offset, byte[] value, Action<AttErrorCode> then)
    {
        if (offset > 0 || value.Length > link.Mtu - WriteHeaderBytes)
        {
            PrepareWrite(handle, offset, value, then);
            return;
        }

        var writer = new SpanWriter(pdu);
        new WriteRequest(handle, value).Write(ref writer);
        link.Request(writer.Written, response =>
            then(WriteResponse.TryRead(response, out _) ? AttErrorCode.Success : ErrorOf(response)));
    }

    /// <summary>Writes without an answer (4.9.1); what does not fit the MTU is not sent.</summary>
    public void WriteWithoutResponse(ushort handle, byte[] value)
    {
        if (value.Length <= link.Mtu - WriteHeaderBytes)
        {
            var writer = new SpanWriter(pdu);
            new WriteCommand(handle, value).Write(ref writer);
            link.Command(writer.Written);
        }
    }

    /// <summary>The code of an Error Response; Unlikely Error for no response at all.</summary>
    public static AttErrorCode ErrorOf(ReadOnlySpan<byte> response) =>
        ErrorResponse.TryRead(response, out ErrorResponse error) ? error.Error : AttErrorCode.UnlikelyError;

    private void ReadRest(ushort handle, int offset, byte[] before, ReadHandler then)
    {
        var writer = new SpanWriter(pdu);
        new ReadBlobRequest(handle, (ushort)offset).Write(ref writer);
        link.Request(writer.Written, response =>
        {
            if (!ReadBlobResponse.TryRead(response, out ReadBlobResponse blob))
            {
                // A value that ended exactly with the part before may be told not to be long (Part F, 3.4.4.5).
                AttErrorCode error = ErrorOf(response);
                bool isOver = before.Length > 0 && (error == AttErrorCode.AttributeNotLong || error == AttErrorCode.InvalidOffset);
                then(isOver ? AttErrorCode.Success : error, isOver ? before : []);
                return;
            }

            byte[] whole = [.. before, .. blob.Part];
            if (blob.Part.Length < link.Mtu - 1)
            {
                then(AttErrorCode.Success, whole);
            }
            else
            {
                ReadRest(handle, offset + blob.Part.Length, whole, then);
            }
        });
    }

    private void PrepareWrite(ushort handle, int offset, ReadOnlyMemory<byte> rest, Action<AttErrorCode> then)
    {
        if (rest.IsEmpty)
        {
            ExecuteWrite(then);
            return;
        }

        int partBytes = Math.Min(rest.Length, link.Mtu - PrepareHeaderBytes);
        var writer = new SpanWriter(pdu);
        new PrepareWriteRequest(handle, (ushort)offset, rest.Span[..partBytes]).Write(ref writer);
        link.Request(writer.Written, response =>
        {
            if (PrepareWriteResponse.TryRead(response, out _))
            {
                PrepareWrite(handle, offset + partBytes, rest[partBytes..], then);
            }
            else
            {
                then(ErrorOf(response));
            }
        });
    }

    private void ExecuteWrite(Action<AttErrorCode> then)
    {
        var writer = new SpanWriter(pdu);
        new ExecuteWriteRequest(WritePreparedValues).Write(ref writer);
        link.Request(writer.Written, response =>
            then(ExecuteWriteResponse.TryRead(response, out _) ? AttErrorCode.Success : ErrorOf(response)));
    }
}
