using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Holder.Soak;

/// <summary>A client that connects, asks, is notified of everything, and loses its link.</summary>
internal sealed class SoakClient
{
    private const ushort MtuBytes = 247;

    private readonly GattPeripheral peripheral;
    private readonly GattCentral central;

    public SoakClient(GattPeripheral peripheral)
    {
        this.peripheral = peripheral;
        central = new GattCentral(peripheral, "soak") { PduCame = _ => ReceivedCount++ };
    }

    /// <summary>PDUs that came.</summary>
    public long ReceivedCount { get; private set; }

    public bool IsConnected => central.IsConnected;

    /// <summary>Connects where the holder advertises, exchanges the MTU and subscribes to everything.</summary>
    public void Connect()
    {
        central.TryConnect();
        central.ExchangeMtu(MtuBytes);
        foreach (AttributeEntry entry in peripheral.Table.Entries)
        {
            if (entry.Role == AttributeRole.ClientConfiguration)
            {
                central.Subscribe(entry.Handle, on: true);
            }
        }
    }

    /// <summary>Reads an attribute, whether it can be read or not.</summary>
    public void Read(ushort handle) => central.Read(handle);

    /// <summary>The client goes out of range.</summary>
    public void Leave() => central.Disconnect("out of range");
}
