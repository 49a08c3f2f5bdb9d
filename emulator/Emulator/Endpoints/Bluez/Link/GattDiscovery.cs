using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Gatt.ClientPdus;
using IqosDevice.Emulator.Gatt.ServerPdus;

namespace IqosDevice.Emulator.Endpoints.Bluez.Link;

/// <summary>
/// Finds out what a holder offers (Core 6.0, Vol 3, Part G, 4.4.1, 4.6.1, 4.7.1): all services, then all characteristics,
/// then the descriptors of each. An error, or the end of the link, ends a step with what it has found.
/// </summary>
internal sealed class GattDiscovery
{
    private readonly AttLink link;
    private readonly List<RemoteService> services = [];
    private readonly Action<IReadOnlyList<RemoteService>> then;
    private readonly byte[] pdu = new byte[AttLimits.DefaultMtu];

    private GattDiscovery(AttLink link, Action<IReadOnlyList<RemoteService>> then)
    {
        this.link = link;
        this.then = then;
    }

    public static void Run(AttLink link, Action<IReadOnlyList<RemoteService>> then) => new GattDiscovery(link, then).FindServices(1);

    /// <summary>The handle after one; 0 after the last.</summary>
    private static ushort After(ushort handle) => unchecked((ushort)(handle + 1));

    private void FindServices(ushort fromHandle)
    {
        var writer = new SpanWriter(pdu);
        new ReadByGroupTypeRequest(fromHandle, ushort.MaxValue, GattTypes.PrimaryService).Write(ref writer);
        link.Request(writer.Written, response =>
        {
            ushort next = 0;
            if (ReadByGroupTypeResponse.TryRead(response, out ReadByGroupTypeResponse found))
            {
                for (int i = 0; i < found.Count; i++)
                {
                    (ushort start, ushort end) = found.RangeAt(i);
                    services.Add(new RemoteService(start, end, ReadUuid(found.ValueAt(i))));
                    next = After(end);
                }
            }

            if (next != 0)
            {
                FindServices(next);
            }
            else
            {
                FindCharacteristics(0, services.Count > 0 ? services[0].StartHandle : (ushort)0);
            }
        });
    }

    private void FindCharacteristics(int index, ushort fromHandle)
    {
        if (index == services.Count)
        {
            FindDescriptors([.. AllRanges()], 0);
            return;
        }

        RemoteService service = services[index];
        var writer = new SpanWriter(pdu);
        new ReadByTypeRequest(fromHandle, service.EndHandle, GattTypes.Characteristic).Write(ref writer);
        link.Request(writer.Written, response =>
        {
            ushort next = 0;
            if (ReadByTypeResponse.TryRead(response, out ReadByTypeResponse found))
            {
                for (int i = 0; i < found.Count; i++)
                {
                    service.Characteristics.Add(ReadDeclaration(found.HandleAt(i), found.ValueAt(i)));
                    next = After(found.HandleAt(i));
                }
            }

            if (next != 0 && next <= service.EndHandle)
            {
                FindCharacteristics(index, next);
            }
            else
            {
                FindCharacteristics(index + 1, index + 1 < services.Count ? services[index + 1].StartHandle : (ushort)0);
            }
        });
    }

    private void FindDescriptors(Range[] ranges, int index)
    {
        if (index == ranges.Length)
        {
            then(services);
            return;
        }

        Range range = ranges[index];
        var writer = new SpanWriter(pdu);
        new FindInformationRequest(range.FromHandle, range.EndHandle).Write(ref writer);
        link.Request(writer.Written, response =>
        {
            ushort next = 0;
            if (FindInformationResponse.TryRead(response, out FindInformationResponse found))
            {
                for (int i = 0; i < found.Count; i++)
                {
                    (ushort handle, Uuid type) = found[i];
                    range.Characteristic.Descriptors.Add(new RemoteDescriptor(handle, type));
                    next = After(handle);
                }
            }

            if (next != 0 && next <= range.EndHandle)
            {
                ranges[index] = range with { FromHandle = next };
                FindDescriptors(ranges, index);
            }
            else
            {
                FindDescriptors(ranges, index + 1);
            }
        });
    }

    /// <summary>Handles between a value and the next declaration: descriptors, where there are any.</summary>
    private IEnumerable<Range> AllRanges()
    {
        foreach (RemoteService service in services)
        {
            for (int i = 0; i < service.Characteristics.Count; i++)
            {
                RemoteCharacteristic characteristic = service.Characteristics[i];
                int end = i + 1 < service.Characteristics.Count
                    ? service.Characteristics[i + 1].DeclarationHandle - 1
                    : service.EndHandle;
                if (characteristic.ValueHandle < end)
                {
                    yield return new Range(characteristic, After(characteristic.ValueHandle), (ushort)end);
                }
            }
        }
    }

    private static Uuid ReadUuid(ReadOnlySpan<byte> value) => new SpanReader(value).ReadUuid(value.Length);

    /// <summary>Properties, handle of the value, UUID (Part G, 3.3.1).</summary>
    private static RemoteCharacteristic ReadDeclaration(ushort handle, ReadOnlySpan<byte> value)
    {
        var reader = new SpanReader(value);
        var properties = (CharacteristicProperties)reader.ReadByte();
        ushort valueHandle = reader.ReadUInt16();
        return new RemoteCharacteristic(handle, valueHandle, properties, reader.ReadUuid(reader.RemainingBytes));
    }

    private sealed record Range(RemoteCharacteristic Characteristic, ushort FromHandle, ushort EndHandle);
}
