using IqosDevice.Emulator.Gatt.ClientPdus;
using IqosDevice.Emulator.Gatt.ServerPdus;

namespace IqosDevice.Emulator.Gatt;

/// <content>Requests that read values, for which owners may have to be asked.</content>
public sealed partial class AttServer
{
    // Held, because making them at each request would allocate.
    private readonly ValueContinuation answerRead;
    private readonly ValueContinuation answerReadBlob;

    private ushort readHandle;
    private ushort readOffsetBytes;

    /// <summary>Core 6.0, Vol 3, Part F, 3.4.4.3.</summary>
    private void Read(ReadOnlySpan<byte> pdu)
    {
        if (!ReadRequest.TryRead(pdu, out ReadRequest request))
        {
            Refuse(0, AttErrorCode.InvalidPdu);
            return;
        }

        readHandle = request.Handle;
        ReadValue(request.Handle, answerRead);
    }

    private void AnswerRead(AttErrorCode error, ReadOnlySpan<byte> value)
    {
        if (!error.IsSuccess)
        {
            Refuse(readHandle, error);
            return;
        }

        var writer = new SpanWriter(ResponseBuffer);
        new ReadResponse(value).Write(ref writer);
        Respond(writer.LengthBytes);
    }

    /// <summary>
    /// Core 6.0, Vol 3, Part F, 3.4.4.5. Attribute Not Long is for values of a fixed length that one Read Response
    /// holds: declarations and descriptors. Owners' values may have any length.
    /// </summary>
    private void ReadBlob(ReadOnlySpan<byte> pdu)
    {
        if (!ReadBlobRequest.TryRead(pdu, out ReadBlobRequest request))
        {
            Refuse(0, AttErrorCode.InvalidPdu);
            return;
        }

        readHandle = request.Handle;
        readOffsetBytes = request.OffsetBytes;
        ReadValue(request.Handle, answerReadBlob);
    }

    private void AnswerReadBlob(AttErrorCode error, ReadOnlySpan<byte> value)
    {
        bool isFixed = table.Find(readHandle)?.Role != AttributeRole.CharacteristicValue;
        if (error.IsSuccess && isFixed && value.Length <= AttMtu - sizeof(AttOpcode))
        {
            error = AttErrorCode.AttributeNotLong;
        }
        else if (error.IsSuccess && readOffsetBytes > value.Length)
        {
            error = AttErrorCode.InvalidOffset;
        }

        if (!error.IsSuccess)
        {
            Refuse(readHandle, error);
            return;
        }

        var writer = new SpanWriter(ResponseBuffer);
        new ReadBlobResponse(value[readOffsetBytes..]).Write(ref writer);
        Respond(writer.LengthBytes);
    }

    /// <summary>
    /// Reads any attribute; the continuation gets Invalid Handle or Read Not Permitted where it cannot be read.
    /// </summary>
    private void ReadValue(ushort handle, ValueContinuation then)
    {
        AttributeEntry? entry = table.Find(handle);
        if (entry is null)
        {
            then(AttErrorCode.InvalidHandle, []);
        }
        else if (!entry.CanRead)
        {
            then(AttErrorCode.ReadNotPermitted, []);
        }
        else if (entry.Role == AttributeRole.CharacteristicValue)
        {
            AskRead(entry.Characteristic!, then);
        }
        else if (entry.Role == AttributeRole.ClientConfiguration)
        {
            Span<byte> value = stackalloc byte[sizeof(ClientConfiguration)];
            var writer = new SpanWriter(value);
            writer.WriteUInt16((ushort)ConfigurationOf(entry.Characteristic!));
            then(AttErrorCode.Success, value);
        }
        else
        {
            then(AttErrorCode.Success, entry.FixedValue.Span);
        }
    }
}
