using System.Buffers.Binary;
using IqosDevice.Client.Att;

namespace IqosDevice.Client.Gatt;

/// <summary>
/// GATT client on one connection: discovered characteristics, reads, writes, subscriptions. For what the typed
/// <see cref="HolderClient"/> does not cover.
/// </summary>
public sealed class GattClient : IAsyncDisposable
{
    private const byte NotifyProperty = 0x10;
    private readonly AttClient att;
    private readonly Dictionary<Guid, RemoteCharacteristic> byUuid;

    private GattClient(AttClient att, ushort mtu, IReadOnlyList<RemoteCharacteristic> characteristics)
    {
        this.att = att;
        Mtu = mtu;
        Characteristics = characteristics;
        byUuid = characteristics.DistinctBy(characteristic => characteristic.Uuid)
            .ToDictionary(characteristic => characteristic.Uuid);
    }

    /// <summary>ATT MTU that both sides agreed to.</summary>
    public int Mtu { get; }

    /// <summary>Everything that discovery found, in handle order.</summary>
    public IReadOnlyList<RemoteCharacteristic> Characteristics { get; }

    /// <summary>Exchanges the MTU and discovers; owns the stream from then on.</summary>
    internal static async Task<GattClient> StartAsync(Stream stream, HolderClientOptions options, CancellationToken cancellation)
    {
        var bearer = new AttClient(stream, options.AttTimeout, options.Time);
        try
        {
            ushort mtu = await ExchangeMtuAsync(bearer, options.Mtu, cancellation);
            return new GattClient(bearer, mtu, await new Discovery(bearer).RunAsync(cancellation));
        }
        catch
        {
            await bearer.DisposeAsync();
            throw;
        }
    }

    /// <summary>A characteristic by its UUID.</summary>
    /// <exception cref="HolderException">The holder has none.</exception>
    public RemoteCharacteristic Find(Guid uuid) => byUuid.TryGetValue(uuid, out RemoteCharacteristic? found)
        ? found
        : throw new HolderException($"The holder has no characteristic {uuid}.");

    /// <summary>Reads a whole value, with as many Read Blob requests as it takes.</summary>
    public async Task<byte[]> ReadAsync(RemoteCharacteristic characteristic, CancellationToken cancellation = default)
    {
        ushort handle = characteristic.ValueHandle;
        byte[] response = await att.RequestAsync(Handle(AttOpcode.ReadRequest, handle), cancellation);
        byte[] value = response[1..];
        while (response.Length == Mtu)
        {
            byte[] blob = [.. Handle(AttOpcode.ReadBlobRequest, handle), (byte)value.Length, (byte)(value.Length >> 8)];
            response = await att.RequestAsync(blob, cancellation);
            value = [.. value, .. response[1..]];
        }

        return value;
    }

    /// <summary>Writes a value of at most MTU - 3 bytes and waits for the response.</summary>
    public async Task WriteAsync(
        RemoteCharacteristic characteristic, ReadOnlyMemory<byte> value, CancellationToken cancellation = default)
    {
        if (value.Length > Mtu - 3)
        {
            throw new ArgumentException($"A value of {value.Length} bytes does not fit the MTU of {Mtu}.", nameof(value));
        }

        await att.RequestAsync([.. Handle(AttOpcode.WriteRequest, characteristic.ValueHandle), .. value.Span], cancellation);
    }

    /// <summary>Switches notifications (or indications) on and yields them until cancelled or the link is lost.</summary>
    public async IAsyncEnumerable<byte[]> SubscribeAsync(
        RemoteCharacteristic characteristic,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using NotificationStream values = await ListenAsync(characteristic, cancellation);
        while (true)
        {
            yield return await values.NextAsync(cancellation);
        }
    }

    public ValueTask DisposeAsync() => att.DisposeAsync();

    /// <summary>Listens first and subscribes then, so that nothing is lost between the two.</summary>
    internal async Task<NotificationStream> ListenAsync(RemoteCharacteristic characteristic, CancellationToken cancellation)
    {
        if (characteristic.CccdHandle == 0)
        {
            throw new HolderException($"Characteristic {characteristic.Uuid} does not notify.");
        }

        NotificationStream values = att.Listen(characteristic.ValueHandle);
        try
        {
            byte mode = (characteristic.Properties & NotifyProperty) != 0 ? (byte)1 : (byte)2;
            byte[] subscribe = [.. Handle(AttOpcode.WriteRequest, characteristic.CccdHandle), mode, 0];
            await att.RequestAsync(subscribe, cancellation);
            return values;
        }
        catch
        {
            values.Dispose();
            throw;
        }
    }

    private static async Task<ushort> ExchangeMtuAsync(AttClient att, int wanted, CancellationToken cancellation)
    {
        byte[] request = [AttOpcode.ExchangeMtuRequest, (byte)wanted, (byte)(wanted >> 8)];
        byte[] response;
        try
        {
            response = await att.RequestAsync(request, cancellation);
        }
        catch (HolderConnectionException error)
        {
            throw new HolderConnectionException(
                "The holder ended the connection at once: another client is connected, or it does not advertise.", error);
        }

        return response.Length == 3
            ? (ushort)Math.Max(HolderClientOptions.LowestMtu, Math.Min(wanted, BinaryPrimitives.ReadUInt16LittleEndian(response.AsSpan(1))))
            : throw new HolderException($"The holder answered the MTU exchange with {Convert.ToHexString(response)}.");
    }

    private static byte[] Handle(byte opcode, ushort handle) => [opcode, (byte)handle, (byte)(handle >> 8)];
}
