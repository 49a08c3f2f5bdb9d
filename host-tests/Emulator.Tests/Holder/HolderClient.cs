using System.Buffers.Binary;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Emulator.Tests.Holder;

/// <summary>A central on the holder's radio, in virtual time: ATT by hand, handles found by UUID.</summary>
internal sealed class HolderClient : IAttBearer
{
    public static readonly Guid ScpControlPoint = new("e16c6e20-b041-11e4-a4c3-0002a5d5c51b");
    public static readonly Guid BatteryInformation = new("f8a54120-b041-11e4-9be7-0002a5d5c51b");
    public static readonly Guid HolderStatus = new("6cba9c12-9b0b-47ce-a78e-e6ed36c553b9");

    private readonly VirtualHolder holder;
    private readonly AttServer server;
    private readonly Dictionary<Guid, ushort> handles = [];
    private readonly Queue<byte[]> responses = new();

    public HolderClient(VirtualHolder holder, bool exchangeMtu = true)
    {
        this.holder = holder;
        server = holder.Peripheral.TryConnect(this) ?? throw new InvalidOperationException("The holder does not advertise.");
        if (exchangeMtu)
        {
            Request([0x02, 247, 0]);
        }

        Discover();
    }

    public string Peer => "test";

    /// <summary>Values that were notified, with their virtual time in µs.</summary>
    public List<(long AtUs, ushort Handle, byte[] Value)> Notifications { get; } = [];

    public string? ClosedBecause { get; private set; }

    public IReadOnlyCollection<Guid> Characteristics => handles.Keys;

    public ushort HandleOf(Guid uuid) => handles[uuid];

    public void Send(ReadOnlySpan<byte> pdu)
    {
        const byte notification = 0x1B;
        if (pdu[0] == notification)
        {
            Notifications.Add((holder.Queue.NowUs, BinaryPrimitives.ReadUInt16LittleEndian(pdu[1..]), pdu[3..].ToArray()));
        }
        else
        {
            responses.Enqueue(pdu.ToArray());
        }
    }

    public void Close(string reason) => ClosedBecause = reason;

    public void Leave() => server.Closed("The test's client left.");

    /// <summary>Sends a PDU that has no response.</summary>
    public void Command(params byte[] pdu) => server.Receive(pdu);

    /// <summary>Sends a request and runs virtual time until its response is there.</summary>
    public byte[] Request(params byte[] pdu)
    {
        server.Receive(pdu);
        long endUs = holder.Queue.NowUs + 5_000_000;
        while (responses.Count == 0 && holder.Queue.NowUs < endUs)
        {
            holder.Queue.RunNext(endUs);
        }

        return responses.Dequeue();
    }

    public byte[] Read(Guid uuid)
    {
        ushort handle = handles[uuid];
        return Request(0x0A, (byte)handle, (byte)(handle >> 8));
    }

    public byte[] Write(Guid uuid, params byte[] value)
    {
        ushort handle = handles[uuid];
        return Request([0x12, (byte)handle, (byte)(handle >> 8), .. value]);
    }

    /// <summary>The CCCD follows the value in this server's tables.</summary>
    public void Subscribe(Guid uuid)
    {
        ushort cccd = (ushort)(handles[uuid] + 1);
        Request(0x12, (byte)cccd, (byte)(cccd >> 8), 0x01, 0x00).ShouldBe([0x13]);
    }

    /// <summary>All characteristics, by Read By Type over 2803.</summary>
    private void Discover()
    {
        ushort start = 1;
        while (true)
        {
            byte[] response = Request(0x08, (byte)start, (byte)(start >> 8), 0xFF, 0xFF, 0x03, 0x28);
            if (response[0] != 0x09)
            {
                return;
            }

            int length = response[1];
            for (int at = 2; at + length <= response.Length; at += length)
            {
                ReadOnlySpan<byte> entry = response.AsSpan(at, length);
                ushort handle = BinaryPrimitives.ReadUInt16LittleEndian(entry[3..]);
                handles[ToGuid(entry[5..])] = handle;
                start = (ushort)(handle + 1);
            }
        }
    }

    private static Guid ToGuid(ReadOnlySpan<byte> wire)
    {
        if (wire.Length == 2)
        {
            return Uuid.FromShort(BinaryPrimitives.ReadUInt16LittleEndian(wire)).Value;
        }

        byte[] bigEndian = wire.ToArray();
        Array.Reverse(bigEndian);
        return new Guid(bigEndian, bigEndian: true);
    }
}
