using System.Buffers.Binary;
using IqosDevice.Client.Att;

namespace IqosDevice.Client.Gatt;

/// <summary>
/// Discovers services, characteristics and descriptors (Core 6.0, Vol 3, Part G, 4.4.1, 4.6.1, 4.7.1). An
/// Attribute Not Found error ends each of the searches.
/// </summary>
internal sealed class Discovery(AttClient att)
{
    private const ushort PrimaryService = 0x2800;
    private const ushort CharacteristicDeclaration = 0x2803;
    private const byte AttributeNotFound = 0x0A;
    private static readonly Guid Cccd = BluetoothUuid.FromShort(0x2902);

    public async Task<IReadOnlyList<RemoteCharacteristic>> RunAsync(CancellationToken cancellation)
    {
        var found = new List<RemoteCharacteristic>();
        foreach ((ushort first, ushort last, Guid uuid) in await FindServicesAsync(cancellation))
        {
            found.AddRange(await FindCharacteristicsAsync(uuid, first, last, cancellation));
        }

        return found;
    }

    private async Task<List<(ushort First, ushort Last, Guid Uuid)>> FindServicesAsync(CancellationToken cancellation)
    {
        var services = new List<(ushort First, ushort Last, Guid Uuid)>();
        await SearchAsync(AttOpcode.ReadByGroupTypeRequest, 1, 0xFFFF, PrimaryService, entry =>
        {
            ushort last = BinaryPrimitives.ReadUInt16LittleEndian(entry[2..]);
            services.Add((BinaryPrimitives.ReadUInt16LittleEndian(entry), last, BluetoothUuid.Read(entry[4..])));
            return last;
        }, cancellation);
        return services;
    }

    private async Task<IEnumerable<RemoteCharacteristic>> FindCharacteristicsAsync(
        Guid service, ushort first, ushort last, CancellationToken cancellation)
    {
        var declared = new List<(ushort Declaration, byte Properties, ushort Value, Guid Uuid)>();
        await SearchAsync(AttOpcode.ReadByTypeRequest, first, last, CharacteristicDeclaration, entry =>
        {
            ushort declaration = BinaryPrimitives.ReadUInt16LittleEndian(entry);
            ushort value = BinaryPrimitives.ReadUInt16LittleEndian(entry[3..]);
            declared.Add((declaration, entry[2], value, BluetoothUuid.Read(entry[5..])));
            return declaration;
        }, cancellation);

        var found = new List<RemoteCharacteristic>();
        for (int i = 0; i < declared.Count; i++)
        {
            ushort end = i + 1 < declared.Count ? (ushort)(declared[i + 1].Declaration - 1) : last;
            ushort cccd = await FindCccdAsync((ushort)(declared[i].Value + 1), end, cancellation);
            found.Add(new RemoteCharacteristic(service, declared[i].Uuid, declared[i].Properties, declared[i].Value, cccd));
        }

        return found;
    }

    private async Task<ushort> FindCccdAsync(ushort first, ushort last, CancellationToken cancellation)
    {
        ushort cccd = 0;
        while (first <= last && cccd == 0)
        {
            byte[] response;
            try
            {
                response = await att.RequestAsync(Request(AttOpcode.FindInformationRequest, first, last), cancellation);
            }
            catch (AttErrorException error) when (error.ErrorCode == AttributeNotFound)
            {
                break;
            }

            // Format 1: handle and 16-bit UUID; format 2: handle and 128-bit UUID.
            int entryBytes = response[1] == 1 ? 4 : 18;
            for (int at = 2; at + entryBytes <= response.Length; at += entryBytes)
            {
                ushort handle = BinaryPrimitives.ReadUInt16LittleEndian(response.AsSpan(at));
                cccd = BluetoothUuid.Read(response.AsSpan(at + 2, entryBytes - 2)) == Cccd ? handle : cccd;
                first = (ushort)(handle + 1);
            }
        }

        return cccd;
    }

    private async Task SearchAsync(
        byte opcode, ushort first, ushort last, ushort type, TakeEntry take, CancellationToken cancellation)
    {
        int next = first;
        while (next <= last)
        {
            byte[] request = [.. Request(opcode, (ushort)next, last), (byte)type, (byte)(type >> 8)];
            byte[] response;
            try
            {
                response = await att.RequestAsync(request, cancellation);
            }
            catch (AttErrorException error) when (error.ErrorCode == AttributeNotFound)
            {
                return;
            }

            int entryBytes = response[1];
            for (int at = 2; at + entryBytes <= response.Length; at += entryBytes)
            {
                next = take(response.AsSpan(at, entryBytes)) + 1;
            }
        }
    }

    private static byte[] Request(byte opcode, ushort first, ushort last) =>
        [opcode, (byte)first, (byte)(first >> 8), (byte)last, (byte)(last >> 8)];

    /// <summary>Takes one entry of a list; returns the last handle that it covers.</summary>
    private delegate ushort TakeEntry(ReadOnlySpan<byte> entry);
}
