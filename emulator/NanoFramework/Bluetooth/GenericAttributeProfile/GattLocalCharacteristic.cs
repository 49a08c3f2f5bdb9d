using IqosDevice.NanoFramework.Host;

namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A characteristic of this server. Its events come from the board's one dispatcher.</summary>
public class GattLocalCharacteristic
{
    private readonly HostBoard board = HostBoard.Current;
    private readonly List<GattSubscribedClient> subscribedClients = [];

    internal GattLocalCharacteristic(Guid uuid, GattLocalCharacteristicParameters parameters)
    {
        Uuid = uuid;
        CharacteristicProperties = parameters.CharacteristicProperties;
        ReadProtectionLevel = parameters.ReadProtectionLevel;
        WriteProtectionLevel = parameters.WriteProtectionLevel;
        StaticValue = parameters.StaticValue;
        UserDescription = parameters.UserDescription;
    }

    public delegate void GattLocalCharacteristicClientsChangedEventHandler(GattLocalCharacteristic sender, object? args);

    public delegate void GattLocalCharacteristicReadEventHandler(
        GattLocalCharacteristic sender, GattReadRequestedEventArgs ReadRequestEventArgs);

    public delegate void GattLocalCharacteristicWriteEventHandler(
        GattLocalCharacteristic sender, GattWriteRequestedEventArgs WriteRequestEventArgs);

    public event GattLocalCharacteristicReadEventHandler? ReadRequested;

    public event GattLocalCharacteristicWriteEventHandler? WriteRequested;

    public event GattLocalCharacteristicClientsChangedEventHandler? SubscribedClientsChanged;

    public Guid Uuid { get; }

    public GattCharacteristicProperties CharacteristicProperties { get; }

    public GattProtectionLevel ReadProtectionLevel { get; }

    public GattProtectionLevel WriteProtectionLevel { get; }

    /// <summary>Value that answers reads without an event; null where reads raise <see cref="ReadRequested"/>.</summary>
    public Buffer? StaticValue { get; }

    public string UserDescription { get; }

    public GattSubscribedClient[] SubscribedClients => [.. subscribedClients];

    /// <summary>Sends a value to each subscribed client; to nobody where none is.</summary>
    /// <returns>One result a client.</returns>
    public GattClientNotificationResult[] NotifyValue(Buffer value)
    {
        var results = new GattClientNotificationResult[subscribedClients.Count];
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = NotifyValue(value, subscribedClients[i]);
        }

        return results;
    }

    public GattClientNotificationResult NotifyValue(Buffer value, GattSubscribedClient subscribedClient)
    {
        bool sent = board.Bluetooth.Notify(this, value.ToArray());
        return new GattClientNotificationResult(sent, subscribedClient, (ushort)value.Length);
    }

    internal void OnReadRequested(GattReadRequest request)
    {
        if (StaticValue is not null)
        {
            request.RespondWithValue(StaticValue);
        }
        else if (ReadRequested is not null)
        {
            ReadRequested(this, new GattReadRequestedEventArgs(request));
        }
        else
        {
            request.RespondWithProtocolError(GattProtocolError.UnlikelyError);
        }
    }

    internal void OnWriteRequested(GattWriteRequest request)
    {
        if (WriteRequested is not null)
        {
            WriteRequested(this, new GattWriteRequestedEventArgs(request));
        }
        else
        {
            request.RespondWithProtocolError(GattProtocolError.UnlikelyError);
        }
    }

    internal void OnSubscribedClientsChanged(BluetoothDeviceId deviceId, bool subscribed)
    {
        subscribedClients.RemoveAll(client => client.Session.DeviceId.Id == deviceId.Id);
        if (subscribed)
        {
            subscribedClients.Add(new GattSubscribedClient(GattSession.FromDeviceId(deviceId)));
        }

        SubscribedClientsChanged?.Invoke(this, null);
    }
}
