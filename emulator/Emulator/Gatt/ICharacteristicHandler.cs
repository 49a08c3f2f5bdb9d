namespace IqosDevice.Emulator.Gatt;

/// <summary>Whoever owns a characteristic's value. Answers may come later: the server waits, one request at a time.</summary>
public interface ICharacteristicHandler
{
    /// <summary>
    /// The client reads. <paramref name="complete"/> is called once, now or later, inside the simulation; a
    /// second call, and one after the client has gone, do nothing. The value is read within that call only.
    /// </summary>
    void Read(Action<AttErrorCode, ReadOnlyMemory<byte>> complete);

    /// <summary>
    /// The client writes. The value is the handler's to keep. <paramref name="complete"/> as in <see cref="Read"/>;
    /// after a Write Command nobody waits for it.
    /// </summary>
    void Write(ReadOnlyMemory<byte> value, Action<AttErrorCode> complete);

    /// <summary>The client wrote the CCCD, or left (false).</summary>
    void SubscriptionChanged(bool subscribed);
}
