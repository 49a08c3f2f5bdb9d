using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Holder;

/// <summary>
/// Connects the board's radio with the attribute server: the table that clients discover is the one that the
/// firmware registered, requests go to the firmware, notifications come back with the latency of the air.
/// </summary>
internal sealed class GattBridge
{
    private readonly RadioChip radio;
    private readonly GattPeripheral peripheral;
    private readonly AirLatency latency;
    private readonly Action<ushort, byte[]> notified;
    private ushort[] handles = [];

    /// <param name="queue">Virtual time.</param>
    /// <param name="radio">The firmware's side.</param>
    /// <param name="notified">Told of every notification that reaches the client: handle and value.</param>
    public GattBridge(EventQueue queue, RadioChip radio, Action<ushort, byte[]> notified)
    {
        this.radio = radio;
        this.notified = notified;
        latency = new AirLatency(queue, Deliver);
        peripheral = new GattPeripheral(string.Empty, default, new AttributeTable()) { AdvertisingEnabled = false };
        peripheral.LinkChanged = OnLinkChanged;
        peripheral.MtuExchanged = radio.SetMtu;
        radio.Notified = (index, value) => latency.Send(handles[index], value);
        radio.WentDown = () => GoDown("The firmware switched its radio off.");
    }

    public GattPeripheral Peripheral => peripheral;

    /// <summary>From a client's write to the delivery of its answer, µs.</summary>
    public long ReplyDelayUs
    {
        get => latency.DelayUs;
        set => latency.DelayUs = value;
    }

    /// <summary>Called after a client's write reached the firmware.</summary>
    public Action? WriteArrived { get; set; }

    /// <summary>The firmware has booted: offers what it registered. Nothing, if it did not get so far.</summary>
    public void GoUp()
    {
        if (!radio.IsUp)
        {
            return;
        }

        var table = new AttributeTable();
        var assigned = new List<ushort>();
        foreach (RadioService service in radio.Services)
        {
            table.AddService(new Uuid(service.Uuid));
            foreach (RadioCharacteristic characteristic in service.Characteristics)
            {
                var handler = new Handler(this, characteristic.Index);
                var properties = (CharacteristicProperties)characteristic.Properties;
                assigned.Add(table.AddCharacteristic(new Uuid(characteristic.Uuid), properties, handler));
            }
        }

        handles = [.. assigned];
        peripheral.Serve(radio.DeviceName, new Uuid(radio.AdvertisedService), table);
        peripheral.AdvertisingEnabled = true;
    }

    /// <summary>The radio is dead: the link breaks, nothing advertises.</summary>
    public void GoDown(string reason)
    {
        peripheral.AdvertisingEnabled = false;
        peripheral.Disconnect(reason);
    }

    private void OnLinkChanged(bool connected)
    {
        latency.Clear();
        radio.SetLink(connected);
    }

    private void Deliver(ushort handle, byte[] value)
    {
        if (peripheral.Notify(handle, value))
        {
            notified(handle, value);
        }
    }

    /// <summary>One characteristic, as the attribute server calls it.</summary>
    private sealed class Handler(GattBridge bridge, int index) : ICharacteristicHandler
    {
        public void Read(Action<AttErrorCode, ReadOnlyMemory<byte>> complete) =>
            bridge.radio.Read(index, (error, value) => complete(new AttErrorCode(error), value));

        public void Write(ReadOnlyMemory<byte> value, Action<AttErrorCode> complete)
        {
            bridge.latency.OnWrite(bridge.handles[index]);
            bridge.radio.Write(index, value.ToArray(), error => complete(new AttErrorCode(error)));
            bridge.WriteArrived?.Invoke();
        }

        public void SubscriptionChanged(bool subscribed) => bridge.radio.SetSubscribed(index, subscribed);
    }
}
