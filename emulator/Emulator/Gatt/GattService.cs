namespace IqosDevice.Emulator.Gatt;

/// <summary>A primary service in an <see cref="AttributeTable"/> (Core 6.0, Vol 3, Part G, 3.1).</summary>
public sealed class GattService
{
    private readonly List<GattCharacteristic> characteristics = [];

    internal GattService(Uuid type, ushort startHandle)
    {
        Type = type;
        StartHandle = startHandle;
        EndHandle = startHandle;
    }

    public Uuid Type { get; }

    /// <summary>Handle of the declaration.</summary>
    public ushort StartHandle { get; }

    /// <summary>Last handle of the group.</summary>
    public ushort EndHandle { get; internal set; }

    public IReadOnlyList<GattCharacteristic> Characteristics => characteristics;

    internal void Add(GattCharacteristic characteristic) => characteristics.Add(characteristic);
}
