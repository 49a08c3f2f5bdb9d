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
            ushort cccd = await FindCccdAsync(declared[i].Value + 1, end, cancellation);
            found.Add(new RemoteCharacteristic(service, declared[i].Uuid, declared[i].Properties, declared[i].Value, cccd));
        }

        return found;
    }

    private async Task<ushort> FindCccdAsync(int first, ushort last, CancellationToken cancellation)
    {
        ushort cccd = 0;
        while (first <= last && cccd == 0)
        {
            byte[] request = Request(AttOpcode.FindInformationRequest, first, last);
            if (await AskAsync(request, cancellation) is not { } response)
            {
                break;
            }

            // Format 1: handle and 16-bit UUID; format 2: handle and 128-bit UUID.
            first = TakeEntries(response, response[1] == 1 ? 4 : 18, first, entry =>
            {
                ushort handle = BinaryPrimitives.ReadUInt16LittleEndian(entry);
                cccd = BluetoothUuid.Read(entry[2..]) == Cccd ? handle : cccd;
                return handle;
            });
        }

        return cccd;
    }

    private async Task SearchAsync(
        byte opcode, int first, ushort last, ushort type, TakeEntry take, CancellationToken cancellation)
    {
        int smallestEntryBytes = type == PrimaryService ? 6 : 7;
        while (first <= last)
        {
            byte[] request = [.. Request(opcode, first, last), (byte)type, (byte)(type >> 8)];
            if (await AskAsync(request, cancellation) is not { } response)
            {
                return;
            }

            if (response[1] < smallestEntryBytes)
            {
                throw Malformed(response);
            }

            first = TakeEntries(response, response[1], first, take);
        }
    }

    /// <summary>The response, or null where the search has come to its end.</summary>
    private async Task<byte[]?> AskAsync(byte[] request, CancellationToken cancellation)
    {
        try
        {
            byte[] response = await att.RequestAsync(request, cancellation);
            return response.Length > 2 ? response : throw Malformed(response);
        }
        catch (AttErrorException error) when (error.ErrorCode == AttributeNotFound)
        {
            return null;
        }
    }

    /// <summary>Takes every entry of a list; returns the handle to go on from, which is beyond where the search was.</summary>
    private static int TakeEntries(byte[] response, int entryBytes, int first, TakeEntry take)
    {
        int next = first;
        for (int at = 2; at < response.Length; at += entryBytes)
        {
            if (at + entryBytes > response.Length || take(response.AsSpan(at, entryBytes)) is var last && last < next)
            {
                throw Malformed(response);
            }

            next = last + 1;
        }

        return next;
    }

    private static HolderException Malformed(byte[] response) =>
        new($"The holder answered discovery with something malformed: {Convert.ToHexString(response)}.");

    private static byte[] Request(byte opcode, int first, ushort last) =>
        [opcode, (byte)first, (byte)(first >> 8), (byte)last, (byte)(last >> 8)];

    /// <summary>Takes one entry of a list; returns the last handle that it covers.</summary>
    private delegate ushort TakeEntry(ReadOnlySpan<byte> entry);
}
