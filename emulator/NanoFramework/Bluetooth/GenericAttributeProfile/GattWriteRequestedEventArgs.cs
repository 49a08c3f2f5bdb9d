namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A client writes.</summary>
public class GattWriteRequestedEventArgs
{
    private readonly GattWriteRequest request;

    internal GattWriteRequestedEventArgs(GattWriteRequest request) => this.request = request;

    /// <summary>The package leaves it null.</summary>
    public GattSession? Session => null;

    public GattWriteRequest GetRequest() => request;
}
