using System.Buffers;

namespace IqosDevice.Emulator.Endpoints.Bluez.DBus;

/// <summary>
/// A message: header, and a body that has been checked against its signature.
/// <code>
/// 6C 01 00 01  00 00 00 00  01 00 00 00  6D 00 00 00     'l', method call, no flags, version 1; body 0; serial 1; fields 109
/// 01 01 6F 00  15 00 00 00  "/org/freedesktop/DBus" 00   path, of the type 'o'; member, interface and destination follow
/// </code>
/// </summary>
/// <param name="Header">What it is, and for whom.</param>
/// <param name="Body">Marshalled arguments, in the byte order of the header.</param>
internal sealed record Message(MessageHeader Header, byte[] Body)
{
    public MessageReader Arguments => new(Body, Header.IsBigEndian);

    /// <summary>Takes a message from the front of the input.</summary>
    /// <returns>False where more bytes are needed; the input is untouched then.</returns>
    /// <exception cref="ProtocolException">It is malformed, or longer than <see cref="DBusLimits.MostMessageBytes"/>.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> input, out Message? message)
    {
        message = null;
        if (input.Length < MessageHeader.FixedBytes)
        {
            return false;
        }

        Span<byte> start = stackalloc byte[MessageHeader.FixedBytes];
        input.Slice(0, start.Length).CopyTo(start);
        int messageBytes = MessageHeader.Measure(start, out int headerBytes);
        if (input.Length < messageBytes)
        {
            return false;
        }

        ReadOnlySequence<byte> whole = input.Slice(0, messageBytes);
        message = Parse(whole.IsSingleSegment ? whole.FirstSpan : whole.ToArray(), headerBytes);
        input = input.Slice(messageBytes);
        return true;
    }

    private static Message Parse(ReadOnlySpan<byte> bytes, int headerBytes)
    {
        MessageHeader header = MessageHeader.Read(bytes[..headerBytes]);
        ReadOnlySpan<byte> body = bytes[headerBytes..];
        var reader = new MessageReader(body, header.IsBigEndian);
        ValueReader.Check(ref reader, header.Signature);
        return new Message(header, body.ToArray());
    }
}
