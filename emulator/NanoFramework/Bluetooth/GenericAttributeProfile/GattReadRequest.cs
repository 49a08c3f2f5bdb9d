namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A read that waits for its answer; the first answer counts.</summary>
public class GattReadRequest
{
    private Action<byte, byte[]>? complete;

    internal GattReadRequest(Action<byte, byte[]> complete) => this.complete = complete;

    public uint Length => 0;

    public void RespondWithValue(Buffer value) => Complete(0, value.ToArray());

    public void RespondWithProtocolError(byte protocolError) => Complete(protocolError, []);

    private void Complete(byte error, byte[] value)
    {
        Action<byte, byte[]>? action = complete;
        complete = null;
        action?.Invoke(error, value);
    }
}
