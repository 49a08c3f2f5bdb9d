using IqosDevice.Emulator.Endpoints.Bluez.DBus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Bus;

/// <summary>A call of a method, to be answered once: with a reply or with an error.</summary>
internal sealed class MethodCall
{
    private readonly BusService service;
    private readonly Message message;
    private bool isAnswered;

    public MethodCall(BusService service, BusConnection caller, Message message)
    {
        this.service = service;
        this.message = message;
        Caller = caller;
    }

    public BusConnection Caller { get; }

    public string Path => message.Header.Path!;

    public string? Interface => message.Header.Interface;

    public string Member => message.Header.Member!;

    public string Signature => message.Header.Signature;

    /// <summary>A new reader of the arguments.</summary>
    public MessageReader Arguments => message.Arguments;

    /// <summary>Answers with nothing but that it is done.</summary>
    public void Reply() => Reply(string.Empty, static _ => { });

    /// <summary>Answers with values.</summary>
    /// <param name="signature">Their types.</param>
    /// <param name="writeBody">Writes them.</param>
    public void Reply(string signature, Action<MessageWriter> writeBody)
    {
        if (TryBegin(MessageType.MethodReturn, null, signature) is { } writer)
        {
            writeBody(writer);
            service.Bus.SendTo(Caller);
        }
    }

    /// <summary>Answers with one string.</summary>
    public void Reply(string text) => Reply("s", writer => writer.WriteString(text));

    /// <summary>Answers with bytes.</summary>
    public void Reply(ReadOnlySpan<byte> bytes)
    {
        if (TryBegin(MessageType.MethodReturn, null, "ay") is { } writer)
        {
            writer.WriteBytes(bytes);
            service.Bus.SendTo(Caller);
        }
    }

    public void Fail(DBusError error)
    {
        if (TryBegin(MessageType.Error, error.Name, "s") is { } writer)
        {
            writer.WriteString(error.Message);
            service.Bus.SendTo(Caller);
        }
    }

    /// <returns>Null where nobody waits for an answer any more, or ever did.</returns>
    private MessageWriter? TryBegin(MessageType type, string? errorName, string signature)
    {
        if (isAnswered || message.Header.Flags.HasFlag(MessageFlags.NoReplyExpected))
        {
            return null;
        }

        isAnswered = true;
        return service.Bus.Begin(new MessageHeader
        {
            Type = type,
            Flags = MessageFlags.NoReplyExpected,
            Serial = service.Bus.NextSerial(),
            Sender = service.UniqueName,
            Destination = Caller.UniqueName,
            ReplySerial = message.Header.Serial,
            ErrorName = errorName,
            Signature = signature,
        });
    }
}
