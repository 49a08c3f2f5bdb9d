using System.Buffers.Binary;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Tracing;

namespace IqosDevice.Cli.Dashboard.Traffic;

/// <summary>Keeps the latest that was on the link, raw: what it means is worked out where it is shown.</summary>
internal sealed class TrafficLog : IAttTap
{
    private const int HandleEnd = 3;

    private readonly VirtualHolder holder;
    private AttributeEntry? asked;

    public TrafficLog(VirtualHolder holder) => this.holder = holder;

    public LatestItems<AirEvent> Events { get; } = new(capacity: 20_000);

    public void Connected() => Add(AirEventKind.Connected, [], null);

    public void Received(ReadOnlySpan<byte> pdu)
    {
        AttributeEntry? named = NamedBy(pdu);
        if (!pdu.IsEmpty && (AttOpcode)pdu[0] != AttOpcode.HandleValueConfirmation)
        {
            asked = named;
        }

        Add(AirEventKind.Received, pdu, named);
    }

    public void Sent(ReadOnlySpan<byte> pdu) => Add(AirEventKind.Sent, pdu, NamedBy(pdu) ?? asked);

    public void Disconnected(bool byPeripheral) =>
        Add(byPeripheral ? AirEventKind.HolderDropped : AirEventKind.ClientLeft, [], null);

    /// <summary>The attribute whose handle stands behind the opcode, for PDUs that are about one.</summary>
    private AttributeEntry? NamedBy(ReadOnlySpan<byte> pdu) => pdu.Length >= HandleEnd && (AttOpcode)pdu[0] is AttOpcode.ReadRequest
        or AttOpcode.ReadBlobRequest or AttOpcode.WriteRequest or AttOpcode.WriteCommand or AttOpcode.PrepareWriteRequest
        or AttOpcode.HandleValueNotification or AttOpcode.HandleValueIndication
            ? holder.Peripheral.Table.Find(BinaryPrimitives.ReadUInt16LittleEndian(pdu[1..]))
            : null;

    private void Add(AirEventKind kind, ReadOnlySpan<byte> pdu, AttributeEntry? attribute) =>
        Events.Add(new AirEvent(holder.Queue.NowUs, kind, pdu.ToArray(), attribute));
}
