using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Gatt.ClientPdus;
using IqosDevice.Emulator.Gatt.ServerPdus;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Emulator.Scenarios.Running;

/// <summary>
/// A central on the holder's radio, in virtual time. It knows the table and discovers nothing: discovery is what real
/// clients are tested with.
/// </summary>
internal sealed class ScenarioClient : IAttBearer
{
    private const long PatienceUs = 5_000_000;

    private readonly VirtualHolder holder;
    private readonly Action<ScenarioNotification> notified;
    private readonly Queue<byte[]> responses = new();
    private AttServer? server;

    /// <param name="name">Its name in the script.</param>
    /// <param name="holder">Whom it connects to.</param>
    /// <param name="notified">Told of every notification.</param>
    public ScenarioClient(string name, VirtualHolder holder, Action<ScenarioNotification> notified)
    {
        Peer = name;
        this.holder = holder;
        this.notified = notified;
    }

    /// <inheritdoc/>
    public string Peer { get; }

    /// <summary>Everything that it was notified of.</summary>
    public List<ScenarioNotification> Notifications { get; } = [];

    /// <returns>False where the holder does not advertise.</returns>
    public bool TryConnect(int mtu)
    {
        if (server is not null)
        {
            throw new ScenarioFailureException($"{Peer} is connected already");
        }

        responses.Clear();
        server = holder.Peripheral.TryConnect(this);
        if (server is not null && mtu > AttLimits.DefaultMtu)
        {
            Ask(Write(new ExchangeMtuRequest((ushort)mtu).Write));
        }

        return server is not null;
    }

    public void Disconnect()
    {
        Connected().Closed($"{Peer} left.");
        server = null;
    }

    /// <summary>Reads a value whole, in parts where it is longer than the MTU.</summary>
    public AttAnswer Read(HolderCharacteristic characteristic)
    {
        ushort handle = HandleOf(characteristic);
        AttAnswer answer = Ask(Write(new ReadRequest(handle).Write));
        while (answer.Error.IsSuccess && answer.Value.Length > 0 && answer.Value.Length % (Connected().AttMtu - 1) == 0)
        {
            AttAnswer more = Ask(Write(new ReadBlobRequest(handle, (ushort)answer.Value.Length).Write));
            if (!more.Error.IsSuccess || more.Value.Length == 0)
            {
                break;
            }

            answer = answer with { Value = [.. answer.Value, .. more.Value] };
        }

        return answer;
    }

    public AttAnswer Write(HolderCharacteristic characteristic, byte[] value) => WriteTo(HandleOf(characteristic), value);

    public void Subscribe(HolderCharacteristic characteristic, bool on)
    {
        AttributeEntry configuration = Find(characteristic).Descriptors
            .FirstOrDefault(descriptor => descriptor.Type == GattTypes.ClientCharacteristicConfiguration)
            ?? throw new ScenarioFailureException($"{characteristic.Name} does not notify");
        WriteTo(configuration.Handle, [on ? (byte)1 : (byte)0, 0]).Require(error: null, $"{Peer}'s subscription of {characteristic.Name}");
    }

    /// <inheritdoc/>
    public void Send(ReadOnlySpan<byte> pdu)
    {
        if ((AttOpcode)pdu[0] != AttOpcode.HandleValueNotification)
        {
            responses.Enqueue(pdu.ToArray());
            return;
        }

        if (HandleValueNotification.TryRead(pdu, out HandleValueNotification notification)
            && holder.Peripheral.Table.Find(notification.Handle) is { Characteristic: { } source })
        {
            HolderCharacteristic characteristic = HolderCharacteristic.Find(source.Type.ToString())!;
            var received = new ScenarioNotification(Peer, characteristic, notification.Value.ToArray());
            Notifications.Add(received);
            notified(received);
        }
    }

    /// <inheritdoc/>
    public void Close(string reason) => server = null;

    private delegate void PduWriter(ref SpanWriter writer);

    private static byte[] Write(PduWriter write)
    {
        var writer = new SpanWriter(new byte[AttLimits.LargestMtu]);
        write(ref writer);
        return writer.Written.ToArray();
    }

    private AttAnswer WriteTo(ushort handle, byte[] value)
    {
        if (value.Length > Connected().AttMtu - 3)
        {
            throw new ScenarioFailureException($"{value.Length} bytes do not fit into one write at an MTU of {Connected().AttMtu}");
        }

        var writer = new SpanWriter(new byte[AttLimits.LargestMtu]);
        new WriteRequest(handle, value).Write(ref writer);
        return Ask(writer.Written.ToArray());
    }

    private GattCharacteristic Find(HolderCharacteristic characteristic) =>
        holder.Peripheral.Table.FindCharacteristic(characteristic.Type)
            ?? throw new ScenarioFailureException($"the holder has no characteristic {characteristic.Name}");

    private ushort HandleOf(HolderCharacteristic characteristic) => Find(characteristic).ValueHandle;

    private AttServer Connected() => server ?? throw new ScenarioFailureException($"{Peer} is not connected");

    /// <summary>Sends a request and lets virtual time pass until its response is there.</summary>
    private AttAnswer Ask(byte[] request)
    {
        Connected().Receive(request);
        long endUs = holder.Queue.NowUs + PatienceUs;
        while (responses.Count == 0 && server is not null && holder.Queue.NowUs < endUs)
        {
            holder.Queue.RunNext(endUs);
        }

        if (!responses.TryDequeue(out byte[]? response))
        {
            throw new ScenarioFailureException(server is null
                ? $"the link of {Peer} ended in the middle of a request"
                : $"{Peer}'s request was not answered within {PatienceUs / 1_000_000} s");
        }

        return ErrorResponse.TryRead(response, out ErrorResponse error)
            ? new AttAnswer(error.Error, [])
            : new AttAnswer(AttErrorCode.Success, response[1..]);
    }
}
