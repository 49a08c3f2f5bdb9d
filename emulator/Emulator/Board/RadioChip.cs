using IqosDevice.Emulator.Simulation;
using IqosDevice.NanoFramework.Host;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace IqosDevice.Emulator.Board;

/// <summary>
/// The ESP32's Bluetooth controller and host stack as far as a GATT server needs it: keeps what the firmware
/// defined, carries a client's requests into the firmware's events and its notifications out. It knows no
/// protocol: whoever plays the air connects to the delegates.
/// </summary>
public sealed class RadioChip : IBluetoothPort
{
    private const byte UnlikelyError = 0x0E;

    private readonly EventQueue queue;
    private readonly List<RadioService> services = [];
    private readonly List<GattLocalCharacteristic> characteristics = [];
    private bool[] subscribed = [];
    private GattDispatcher? dispatcher;
    private HostBoard? processor;
    private ushort attMtu;

    public RadioChip(EventQueue queue) => this.queue = queue;

    /// <summary>The stack is up: it advertises, or serves a client.</summary>
    public bool IsUp => dispatcher is not null;

    public bool IsConnected { get; private set; }

    /// <summary>Name in the advertisement; empty until the stack is up.</summary>
    public string DeviceName { get; private set; } = string.Empty;

    /// <summary>Service in the advertisement.</summary>
    public Guid AdvertisedService { get; private set; }

    /// <summary>Services in the order of their definition.</summary>
    public IReadOnlyList<RadioService> Services => services;

    /// <summary>Takes a notification of a characteristic, by its index, to the air. Only called while subscribed.</summary>
    public Action<int, byte[]>? Notified { get; set; }

    /// <summary>The firmware took the stack down: a link, if there is one, breaks.</summary>
    public Action? WentDown { get; set; }

    /// <summary>What is wrong with it; null for nothing.</summary>
    public IRadioFault? Fault { get; set; }

    /// <summary>Lines from the radio.</summary>
    public Action<string>? Log { get; set; }

    /// <inheritdoc/>
    ushort IBluetoothPort.AttMtu => attMtu;

    /// <summary>Power-on: nothing defined, nobody connected. Calls nothing of the firmware.</summary>
    public void Reset()
    {
        dispatcher = null;
        processor = null;
        services.Clear();
        characteristics.Clear();
        subscribed = [];
        IsConnected = false;
        attMtu = 0;
    }

    /// <inheritdoc/>
    void IBluetoothPort.Start(string deviceName, IReadOnlyList<GattServiceProvider> providers, Guid advertisedService,
        GattDispatcher gattDispatcher)
    {
        services.Clear();
        characteristics.Clear();
        foreach (GattServiceProvider provider in providers)
        {
            services.Add(Collect(provider.Service));
        }

        subscribed = new bool[characteristics.Count];
        DeviceName = deviceName;
        AdvertisedService = advertisedService;
        dispatcher = gattDispatcher;
        processor = HostBoard.Current;
    }

    /// <inheritdoc/>
    void IBluetoothPort.Stop()
    {
        dispatcher = null;
        WentDown?.Invoke();
    }

    /// <inheritdoc/>
    bool IBluetoothPort.Notify(GattLocalCharacteristic characteristic, byte[] value)
    {
        int index = characteristics.IndexOf(characteristic);
        if (!IsConnected || index < 0 || !subscribed[index])
        {
            return false;
        }

        Notified?.Invoke(index, Fault is { } fault ? fault.Outgoing(value) : value);
        return true;
    }

    /// <summary>A client came or left; leaving ends its subscriptions and forgets the MTU.</summary>
    public void SetLink(bool connected)
    {
        if (IsConnected == connected)
        {
            return;
        }

        IsConnected = connected;
        attMtu = 0;
        Array.Clear(subscribed);
        if (dispatcher is { } target)
        {
            using (processor!.Enter())
            {
                target.LinkChanged(connected);
            }
        }
    }

    /// <summary>The client exchanged the MTU, bytes.</summary>
    public void SetMtu(ushort mtu)
    {
        attMtu = mtu;
        if (dispatcher is { } target)
        {
            using (processor!.Enter())
            {
                target.MtuChanged();
            }
        }
    }

    /// <summary>The client changed a CCCD.</summary>
    public void SetSubscribed(int index, bool value)
    {
        if (dispatcher is { } target && subscribed[index] != value)
        {
            subscribed[index] = value;
            using (processor!.Enter())
            {
                target.SubscriptionChanged(characteristics[index], value);
            }
        }
    }

    /// <summary>The client reads. Answered at once, later, or after 2 s with 0x0E.</summary>
    public void Read(int index, Action<byte, byte[]> complete)
    {
        var request = new RadioRequest(
            Fault is { } fault ? (error, value) => complete(error, fault.Outgoing(value)) : complete, Log);
        if (dispatcher is { } target)
        {
            using (processor!.Enter())
            {
                target.Read(characteristics[index], request.Complete);
            }

            request.Await(queue);
        }
        else
        {
            request.Complete(UnlikelyError, []);
        }
    }

    /// <summary>The client writes. Answered at once, later, or after 2 s with 0x0E.</summary>
    public void Write(int index, byte[] value, Action<byte> complete)
    {
        var request = new RadioRequest((error, _) => complete(error), Log);
        if (Fault is { } fault)
        {
            byte[] arriving = fault.Incoming(value);
            request.Await(queue);
            queue.After(fault.IncomingDelayUs, () => Write(index, arriving, request));
        }
        else
        {
            Write(index, value, request);
            request.Await(queue);
        }
    }

    private void Write(int index, byte[] value, RadioRequest request)
    {
        // Between a write's sending and a late arrival the firmware may have started anew.
        if (dispatcher is { } target && index < characteristics.Count)
        {
            using (processor!.Enter())
            {
                target.Write(characteristics[index], value, error => request.Complete(error, []));
            }
        }
        else
        {
            request.Complete(UnlikelyError, []);
        }
    }

    private RadioService Collect(GattLocalService service)
    {
        var collected = new List<RadioCharacteristic>();
        foreach (GattLocalCharacteristic characteristic in service.Characteristics)
        {
            byte properties = (byte)characteristic.CharacteristicProperties;
            collected.Add(new RadioCharacteristic(characteristics.Count, characteristic.Uuid, properties));
            characteristics.Add(characteristic);
        }

        return new RadioService(service.Uuid, collected);
    }
}
