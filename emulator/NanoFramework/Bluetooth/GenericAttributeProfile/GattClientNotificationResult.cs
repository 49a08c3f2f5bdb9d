namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>What became of one notification to one client.</summary>
public class GattClientNotificationResult
{
    internal GattClientNotificationResult(bool sent, GattSubscribedClient client, ushort bytes)
    {
        Status = sent ? GattCommunicationStatus.Success : GattCommunicationStatus.Unreachable;
        ProtocolError = sent ? (byte)0 : GattProtocolError.UnlikelyError;
        SubscribedClient = client;
        BytesSent = bytes;
    }

    public GattCommunicationStatus Status { get; }

    public byte ProtocolError { get; }

    public GattSubscribedClient SubscribedClient { get; }

    /// <summary>Length that was asked for, sent or not.</summary>
    public ushort BytesSent { get; }
}
