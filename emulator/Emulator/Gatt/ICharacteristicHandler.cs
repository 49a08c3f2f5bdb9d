namespace IqosDevice.Emulator.Gatt;

/// <summary>Whoever owns a characteristic's value. Answers may come later: the server waits, one request at a time.</summary>
public interface ICharacteristicHandler
{
    void Read(Action<AttErrorCode, ReadOnlyMemory<byte>> complete);

    void Write(ReadOnlyMemory<byte> value, Action<AttErrorCode> complete);

    /// <summary>The client wrote the CCCD, or left (false).</summary>
    void SubscriptionChanged(bool subscribed);
}
