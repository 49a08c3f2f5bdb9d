namespace IqosDevice.Emulator.Gatt;

/// <summary>Goes on with a request once the value is there. The span is valid during the call only.</summary>
internal delegate void ValueContinuation(AttErrorCode error, ReadOnlySpan<byte> value);

/// <summary>
/// One question to the owner of a characteristic, and the callbacks for its answer. A ticket is good for one
/// answer: more of them do nothing. It holds its delegates, so that a used one can be opened again without
/// allocating; that is safe only if the answer came before the question returned, when nobody kept the callback.
/// </summary>
internal sealed class HandlerTicket
{
    private ValueContinuation? whenRead;
    private Action<AttErrorCode>? whenWritten;

    public HandlerTicket()
    {
        CompleteRead = OnRead;
        CompleteWrite = OnWritten;
    }

    public Action<AttErrorCode, ReadOnlyMemory<byte>> CompleteRead { get; }

    public Action<AttErrorCode> CompleteWrite { get; }

    public bool IsOpen => whenRead is not null || whenWritten is not null;

    public void OpenRead(ValueContinuation then) => whenRead = then;

    public void OpenWrite(Action<AttErrorCode> then) => whenWritten = then;

    /// <summary>Nobody waits for the answer any more.</summary>
    public void Close()
    {
        whenRead = null;
        whenWritten = null;
    }

    private void OnRead(AttErrorCode error, ReadOnlyMemory<byte> value)
    {
        ValueContinuation? then = whenRead;
        whenRead = null;
        ReadOnlySpan<byte> span = value.Span;
        then?.Invoke(error, span[..Math.Min(span.Length, AttLimits.LongestValueBytes)]);
    }

    private void OnWritten(AttErrorCode error)
    {
        Action<AttErrorCode>? then = whenWritten;
        whenWritten = null;
        then?.Invoke(error);
    }
}
