using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Gatt.ServerPdus;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Emulator.Scenarios.Running;

/// <summary>
/// A central on the holder's radio, which lets virtual time pass until it is answered. It knows the table and discovers
/// nothing: discovery is what real clients are tested with.
/// </summary>
internal sealed class ScenarioClient
{
    private const long PatienceUs = 5_000_000;

    private readonly VirtualHolder holder;
    private readonly GattCentral central;
    private readonly Action<ScenarioNotification> notified;
    private readonly Queue<byte[]> responses = new();

    /// <param name="name">Its name in the script.</param>
    /// <param name="holder">Whom it connects to.</param>
    /// <param name="notified">Told of every notification.</param>
    public ScenarioClient(string name, VirtualHolder holder, Action<ScenarioNotification> notified)
    {
        this.holder = holder;
        this.notified = notified;
        central = new GattCentral(holder.Peripheral, name) { PduCame = Take };
    }

    /// <summary>Everything that it was notified of.</summary>
    public List<ScenarioNotification> Notifications { get; } = [];

    private string Name => central.Peer;

    /// <returns>False where the holder does not advertise.</returns>
    public bool TryConnect(int mtu)
    {
        if (central.IsConnected)
        {
            throw new ScenarioFailureException($"{Name} is connected already");
        }

        responses.Clear();
        if (central.TryConnect() && mtu > AttLimits.DefaultMtu)
        {
            Ask(() => central.ExchangeMtu((ushort)mtu));
        }

        return central.IsConnected;
    }

    public void Disconnect()
    {
        RequireLink();
        central.Disconnect($"{Name} left.");
    }

    /// <summary>Reads a value whole, in parts where it is longer than the MTU.</summary>
    public AttAnswer Read(HolderCharacteristic characteristic)
    {
        ushort handle = HandleOf(characteristic);
        AttAnswer answer = Ask(() => central.Read(handle));
        while (answer.Error.IsSuccess && answer.Value.Length > 0 && answer.Value.Length % (central.AttMtu - 1) == 0)
        {
            ushort offset = (ushort)answer.Value.Length;
            AttAnswer more = Ask(() => central.ReadFrom(handle, offset));
            if (!more.Error.IsSuccess || more.Value.Length == 0)
            {
                break;
            }

            answer = answer with { Value = [.. answer.Value, .. more.Value] };
        }

        return answer;
    }

    public AttAnswer Write(HolderCharacteristic characteristic, byte[] value)
    {
        ushort handle = HandleOf(characteristic);
        RequireLink();
        return value.Length <= central.AttMtu - 3
            ? Ask(() => central.Write(handle, value))
            : throw new ScenarioFailureException($"{value.Length} bytes do not fit into one write at an MTU of {central.AttMtu}");
    }

    public void Subscribe(HolderCharacteristic characteristic, bool on)
    {
        AttributeEntry configuration = Find(characteristic).Descriptors
            .FirstOrDefault(descriptor => descriptor.Type == GattTypes.ClientCharacteristicConfiguration)
            ?? throw new ScenarioFailureException($"{characteristic.Name} does not notify");
        Ask(() => central.Subscribe(configuration.Handle, on))
            .Require(error: null, $"{Name}'s subscription of {characteristic.Name}");
    }

    private void Take(ReadOnlySpan<byte> pdu)
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
            var received = new ScenarioNotification(Name, characteristic, notification.Value.ToArray());
            Notifications.Add(received);
            notified(received);
        }
    }

    private GattCharacteristic Find(HolderCharacteristic characteristic) =>
        holder.Peripheral.Table.FindCharacteristic(characteristic.Type)
            ?? throw new ScenarioFailureException($"the holder has no characteristic {characteristic.Name}");

    private ushort HandleOf(HolderCharacteristic characteristic) => Find(characteristic).ValueHandle;

    private void RequireLink()
    {
        if (!central.IsConnected)
        {
            throw new ScenarioFailureException($"{Name} is not connected");
        }
    }

    /// <summary>Sends a request and lets virtual time pass until its response is there.</summary>
    private AttAnswer Ask(Action send)
    {
        RequireLink();
        send();
        long endUs = holder.Queue.NowUs + PatienceUs;
        while (responses.Count == 0 && central.IsConnected && holder.Queue.NowUs < endUs)
        {
            holder.Queue.RunNext(endUs);
        }

        if (!responses.TryDequeue(out byte[]? response))
        {
            throw new ScenarioFailureException(central.IsConnected
                ? $"{Name}'s request was not answered within {PatienceUs / 1_000_000} s"
                : $"the link of {Name} ended in the middle of a request");
        }

        return ErrorResponse.TryRead(response, out ErrorResponse error)
            ? new AttAnswer(error.Error, [])
            : new AttAnswer(AttErrorCode.Success, response[1..]);
    }
}
