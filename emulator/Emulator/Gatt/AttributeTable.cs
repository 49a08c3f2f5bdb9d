using System.Runtime.InteropServices;

namespace IqosDevice.Emulator.Gatt;

/// <summary>
/// The attributes of one server in handle order, from 0x0001 without gaps (Core 6.0, Vol 3, Part F, 3.2), and the
/// services, characteristics and descriptors that they make up (Part G, 3). Built once, before a client comes.
/// </summary>
public sealed class AttributeTable
{
    private readonly List<AttributeEntry> entries = [];
    private readonly List<GattService> services = [];
    private GattCharacteristic? lastCharacteristic;

    public IReadOnlyList<GattService> Services => services;

    /// <summary>Every attribute; the one with handle h has index h - 1.</summary>
    public IReadOnlyList<AttributeEntry> Entries => entries;

    private ushort NextHandle => (ushort)(entries.Count + 1);

    /// <summary>Begins a primary service; characteristics added next belong to it.</summary>
    public void AddService(Uuid type)
    {
        var service = new GattService(type, NextHandle);
        services.Add(service);
        lastCharacteristic = null;

        // Core 6.0, Vol 3, Part G, 3.1: type «Primary Service», value = the service's UUID.
        var value = new byte[type.SizeBytes];
        var writer = new SpanWriter(value);
        writer.WriteUuid(type);
        Append(AttributeEntry.Fixed(NextHandle, GattTypes.PrimaryService, value, service));
    }

    /// <summary>Adds declaration, value and, where it notifies or indicates, a CCCD.</summary>
    /// <returns>Handle of the value.</returns>
    /// <exception cref="InvalidOperationException">No service has been begun.</exception>
    public ushort AddCharacteristic(Uuid type, CharacteristicProperties properties, ICharacteristicHandler handler)
    {
        GattService service = services.LastOrDefault()
            ?? throw new InvalidOperationException("A characteristic belongs to a service: begin one first.");
        var characteristic = new GattCharacteristic(service, type, properties, handler, NextHandle);
        service.Add(characteristic);
        lastCharacteristic = characteristic;

        // Core 6.0, Vol 3, Part G, 3.3.1: properties, handle of the value, UUID of the value.
        var declaration = new byte[sizeof(CharacteristicProperties) + sizeof(ushort) + type.SizeBytes];
        var writer = new SpanWriter(declaration);
        writer.WriteByte((byte)properties);
        writer.WriteUInt16(characteristic.ValueHandle);
        writer.WriteUuid(type);
        Append(AttributeEntry.Fixed(NextHandle, GattTypes.Characteristic, declaration));
        Append(AttributeEntry.ValueOf(characteristic));
        if (characteristic.AllowedConfiguration != ClientConfiguration.None)
        {
            AppendDescriptor(characteristic, AttributeEntry.ConfigurationOf(characteristic, NextHandle));
        }

        return characteristic.ValueHandle;
    }

    /// <summary>
    /// Adds a descriptor that never changes (a user description, a presentation format) to the last
    /// characteristic.
    /// </summary>
    /// <returns>Its handle.</returns>
    /// <exception cref="InvalidOperationException">No characteristic has been added to this service.</exception>
    public ushort AddDescriptor(Uuid type, ReadOnlyMemory<byte> value)
    {
        GattCharacteristic characteristic = lastCharacteristic
            ?? throw new InvalidOperationException("A descriptor belongs to a characteristic: add one first.");
        AttributeEntry descriptor = AttributeEntry.Fixed(NextHandle, type, value);
        AppendDescriptor(characteristic, descriptor);
        return descriptor.Handle;
    }

    /// <summary>The attribute with a handle, or null.</summary>
    public AttributeEntry? Find(ushort handle) => handle >= 1 && handle <= entries.Count ? entries[handle - 1] : null;

    /// <summary>The attributes from one handle to another, both included.</summary>
    public ReadOnlySpan<AttributeEntry> Range(ushort startHandle, ushort endHandle)
    {
        int first = Math.Max(startHandle - 1, 0);
        int end = Math.Min((int)endHandle, entries.Count);
        return first < end ? CollectionsMarshal.AsSpan(entries)[first..end] : [];
    }

    /// <summary>The first characteristic of a type, or null.</summary>
    public GattCharacteristic? FindCharacteristic(Uuid type) =>
        services.SelectMany(service => service.Characteristics).FirstOrDefault(characteristic => characteristic.Type == type);

    private void AppendDescriptor(GattCharacteristic characteristic, AttributeEntry descriptor)
    {
        characteristic.Add(descriptor);
        Append(descriptor);
    }

    private void Append(AttributeEntry entry)
    {
        if (entry.Handle == 0)
        {
            throw new InvalidOperationException("The table has used every handle, 0x0001 to 0xFFFF.");
        }

        entries.Add(entry);
        services[^1].EndHandle = entry.Handle;
    }
}
