using IqosDevice.Emulator.Gatt.ServerPdus;

namespace IqosDevice.Emulator.Gatt;

/// <content>Subscriptions, and the PDUs that the server sends of its own accord.</content>
public sealed partial class AttServer
{
    /// <summary>Indications that may wait for the confirmation of the one before.</summary>
    public const int MostWaitingIndications = 16;

    // Insertion order is the order in which subscriptions end, so equal runs end them equally.
    private readonly OrderedDictionary<GattCharacteristic, ClientConfiguration> configurations = [];
    private readonly Queue<byte[]> waitingIndications = new();
    private readonly byte[] push = new byte[AttLimits.LargestMtu];
    private bool isIndicationOutstanding;

    /// <summary>True where the client wants this characteristic's values.</summary>
    public bool IsSubscribed(GattCharacteristic characteristic) => ConfigurationOf(characteristic) != ClientConfiguration.None;

    /// <summary>
    /// Sends a value as the client's CCCD asks for it: as a notification (Core 6.0, Vol 3, Part F, 3.4.7.1), else
    /// as an indication (3.4.7.2), cut to MTU - 3 bytes.
    /// </summary>
    /// <returns>False where the client has not subscribed, or too many indications wait.</returns>
    internal bool Push(GattCharacteristic characteristic, ReadOnlySpan<byte> value)
    {
        ClientConfiguration configuration = ConfigurationOf(characteristic);
        if ((configuration & ClientConfiguration.Notification) != ClientConfiguration.None)
        {
            var writer = new SpanWriter(push.AsSpan(0, AttMtu));
            new HandleValueNotification(characteristic.ValueHandle, value).Write(ref writer);
            Send(writer.Written);
            return true;
        }

        return configuration == ClientConfiguration.Indication && Indicate(characteristic.ValueHandle, value);
    }

    /// <summary>One indication at a time (3.3.2): the others wait for the client to confirm.</summary>
    private bool Indicate(ushort valueHandle, ReadOnlySpan<byte> value)
    {
        if (waitingIndications.Count == MostWaitingIndications)
        {
            return false;
        }

        var writer = new SpanWriter(push.AsSpan(0, AttMtu));
        new HandleValueIndication(valueHandle, value).Write(ref writer);
        if (isIndicationOutstanding)
        {
            waitingIndications.Enqueue(writer.Written.ToArray());
            return true;
        }

        isIndicationOutstanding = true;
        Send(writer.Written);
        return true;
    }

    /// <summary>Core 6.0, Vol 3, Part F, 3.4.7.3. One that confirms nothing is ignored.</summary>
    private void HandleValueConfirmation(ReadOnlySpan<byte> pdu)
    {
        if (!ClientPdus.HandleValueConfirmation.TryRead(pdu, out _))
        {
            return;
        }

        isIndicationOutstanding = waitingIndications.TryDequeue(out byte[]? next);
        if (isIndicationOutstanding)
        {
            Send(next);
        }
    }

    private ClientConfiguration ConfigurationOf(GattCharacteristic characteristic) =>
        configurations.GetValueOrDefault(characteristic, ClientConfiguration.None);

    /// <summary>Writes a CCCD, answers, and then tells the owner, so that values it sends at once follow the answer.</summary>
    private void Configure(GattCharacteristic characteristic, ReadOnlySpan<byte> value, Action<AttErrorCode> then)
    {
        bool wasSubscribed = IsSubscribed(characteristic);
        then(TrySetConfiguration(characteristic, value));
        TellOwner(characteristic, wasSubscribed);
    }

    private void TryConfigure(GattCharacteristic characteristic, ReadOnlySpan<byte> value)
    {
        bool wasSubscribed = IsSubscribed(characteristic);
        TrySetConfiguration(characteristic, value);
        TellOwner(characteristic, wasSubscribed);
    }

    private void TellOwner(GattCharacteristic characteristic, bool wasSubscribed)
    {
        bool isSubscribed = IsSubscribed(characteristic);
        if (isSubscribed != wasSubscribed)
        {
            characteristic.Handler.SubscriptionChanged(isSubscribed);
        }
    }

    /// <summary>
    /// Core 6.0, Vol 3, Part G, 3.3.3.3. For bits that the characteristic does not offer the specification names
    /// no error; Request Not Supported is what NimBLE answers.
    /// </summary>
    private AttErrorCode TrySetConfiguration(GattCharacteristic characteristic, ReadOnlySpan<byte> value)
    {
        var reader = new SpanReader(value);
        var configuration = (ClientConfiguration)reader.ReadUInt16();
        if (!reader.IsComplete)
        {
            return AttErrorCode.InvalidAttributeValueLength;
        }

        if ((configuration & ~characteristic.AllowedConfiguration) != ClientConfiguration.None)
        {
            return AttErrorCode.RequestNotSupported;
        }

        configurations[characteristic] = configuration;
        return AttErrorCode.Success;
    }

    /// <summary>Without a bond a CCCD lasts as long as the connection (Core 6.0, Vol 3, Part G, 3.3.3.3).</summary>
    private void EndSubscriptions()
    {
        foreach (GattCharacteristic characteristic in configurations.Where(pair => pair.Value != ClientConfiguration.None)
                     .Select(pair => pair.Key).ToArray())
        {
            configurations[characteristic] = ClientConfiguration.None;
            characteristic.Handler.SubscriptionChanged(false);
        }
    }
}
