using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Holder.Soak;

/// <summary>A client within the simulation: connects, asks, is notified, and loses its link.</summary>
internal sealed class SoakClient(GattPeripheral peripheral) : IAttBearer
{
    private AttServer? server;

    /// <summary>PDUs that came.</summary>
    public long ReceivedCount { get; private set; }

    public bool IsConnected => server is not null;

    public string Peer => "soak";

    /// <summary>Connects where the holder advertises, exchanges the MTU and subscribes to everything.</summary>
    public void Connect()
    {
        server ??= peripheral.TryConnect(this);
        server?.Receive([0x02, 247, 0]);
        foreach (AttributeEntry entry in peripheral.Table.Entries)
        {
            if (entry.Role == AttributeRole.ClientConfiguration)
            {
                server?.Receive([0x12, (byte)entry.Handle, (byte)(entry.Handle >> 8), 1, 0]);
            }
        }
    }

    /// <summary>Reads an attribute, whether it can be read or not.</summary>
    public void Read(int handle) => server?.Receive([0x0A, (byte)handle, (byte)(handle >> 8)]);

    /// <summary>The client goes out of range.</summary>
    public void Leave()
    {
        AttServer? left = server;
        server = null;
        left?.Closed("out of range");
    }

    void IAttBearer.Send(ReadOnlySpan<byte> pdu) => ReceivedCount++;

    void IAttBearer.Close(string reason) => server = null;
}
