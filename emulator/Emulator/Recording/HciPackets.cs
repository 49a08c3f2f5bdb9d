using IqosDevice.Emulator.Endpoints.Pipe;
using IqosDevice.Emulator.Gatt;

namespace IqosDevice.Emulator.Recording;

/// <summary>
/// The H4 packets that a Bluetooth controller would have exchanged with the holder's host (Core 6.0, Vol 4): one
/// connection, with the holder as its peripheral. There is no controller; a decoder wants to be told of the
/// connection before it knows what the data is.
/// </summary>
internal static class HciPackets
{
    /// <summary>H4 type and header of AclData, and the header of the L2CAP frame in it.</summary>
    public const int AclHeaderBytes = 5 + L2capFrame.HeaderBytes;

    // H4 packet types: Part A, 2.
    private const byte AclDataType = 0x02;
    private const byte EventType = 0x04;

    private const byte DisconnectionCompleteEvent = 0x05;
    private const byte LeMetaEvent = 0x3E;
    private const byte LeConnectionComplete = 0x01;
    private const byte Success = 0x00;

    // Of the 0x0EFF possible ones, one that is usual.
    private const ushort ConnectionHandle = 0x0040;

    // Packet boundary of a whole L2CAP PDU (Part E, 5.4.2): a host sends 00, a controller delivers 10.
    private const ushort DeliveredFlags = 0x2000;

    private const byte PeripheralRole = 0x01;
    private const byte RandomAddress = 0x01;
    private const ulong ClientAddress = 0xF2_00_00_00_00_01;

    // What phones use: 30 ms, no latency, 5 s. No timing of the emulator's comes from these.
    private const ushort ConnectionInterval = 24;
    private const ushort PeripheralLatency = 0;
    private const ushort SupervisionTimeout = 500;

    // Error codes: Vol 1, Part F, 2.18 and 2.21.
    private const byte RemoteUserTerminated = 0x13;
    private const byte TerminatedByLocalHost = 0x16;

    /// <summary>LE Connection Complete (Part E, 7.7.65.1).</summary>
    /// <code>04 3E 13 01 00 40 00 01 01 01 00 00 00 00 F2 18 00 00 00 F4 01 00</code>
    public static void WriteConnectionComplete(ref SpanWriter writer)
    {
        writer.WriteByte(EventType);
        writer.WriteByte(LeMetaEvent);
        writer.WriteByte(19);
        writer.WriteByte(LeConnectionComplete);
        writer.WriteByte(Success);
        writer.WriteUInt16(ConnectionHandle);
        writer.WriteByte(PeripheralRole);
        writer.WriteByte(RandomAddress);
        for (int shift = 0; shift < 48; shift += 8)
        {
            writer.WriteByte((byte)(ClientAddress >> shift));
        }

        writer.WriteUInt16(ConnectionInterval);
        writer.WriteUInt16(PeripheralLatency);
        writer.WriteUInt16(SupervisionTimeout);
        writer.WriteByte(0);
    }

    /// <summary>Disconnection Complete (Part E, 7.7.5).</summary>
    /// <code>04 05 04 00 40 00 13      the client left</code>
    public static void WriteDisconnectionComplete(ref SpanWriter writer, bool byPeripheral)
    {
        writer.WriteByte(EventType);
        writer.WriteByte(DisconnectionCompleteEvent);
        writer.WriteByte(4);
        writer.WriteByte(Success);
        writer.WriteUInt16(ConnectionHandle);
        writer.WriteByte(byPeripheral ? TerminatedByLocalHost : RemoteUserTerminated);
    }

    /// <summary>AclData (Part E, 5.4.2) with an L2CAP frame that carries an ATT PDU.</summary>
    /// <code>02 40 20 07 00  03 00 04 00  0A 03 00      a client's Read Request of handle 0x0003</code>
    public static void WriteAtt(ref SpanWriter writer, bool received, ReadOnlySpan<byte> pdu)
    {
        writer.WriteByte(AclDataType);
        writer.WriteUInt16((ushort)(ConnectionHandle | (received ? DeliveredFlags : 0)));
        writer.WriteUInt16((ushort)(L2capFrame.HeaderBytes + pdu.Length));
        writer.WriteUInt16((ushort)pdu.Length);
        writer.WriteUInt16(L2capFrame.AttChannelId);
        writer.WriteBytes(pdu);
    }
}
