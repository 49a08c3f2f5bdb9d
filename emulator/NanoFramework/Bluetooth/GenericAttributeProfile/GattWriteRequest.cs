namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A write that waits for its answer; the first answer counts.</summary>
public class GattWriteRequest
{
    private Action<byte>? complete;

    internal GattWriteRequest(byte[] value, Action<byte> complete)
    {
        Value = new Buffer(value);
        this.complete = complete;
    }

    /// <summary>Always 0, whatever the client did: the package never fills it.</summary>
    public uint Offset => 0;

    /// <summary>Always with response, whatever the client did: the package never fills it.</summary>
    public GattWriteOption Option => GattWriteOption.WriteWithResponse;

    public Buffer Value { get; }

    public void Respond() => Complete(0);

    public void RespondWithProtocolError(byte protocolError) => Complete(protocolError);

    private void Complete(byte error)
    {
        Action<byte>? action = complete;
        complete = null;
        action?.Invoke(error);
    }
}
