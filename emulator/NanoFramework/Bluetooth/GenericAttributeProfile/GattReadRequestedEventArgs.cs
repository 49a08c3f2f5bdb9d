namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A client reads.</summary>
public class GattReadRequestedEventArgs
{
    private readonly GattReadRequest request;

    internal GattReadRequestedEventArgs(GattReadRequest request) => this.request = request;

    /// <summary>The package leaves it null.</summary>
    public GattSession? Session => null;

    public GattReadRequest GetRequest() => request;
}
