using System.Buffers.Binary;

namespace IqosDevice.Client.Gatt;

/// <summary>Bluetooth UUIDs as <see cref="Guid"/> (Core 6.0, Vol 3, Part B, 2.5.1).</summary>
public static class BluetoothUuid
{
    /// <summary>UUID assigned by the Bluetooth SIG: 0000xxxx-0000-1000-8000-00805F9B34FB.</summary>
    public static Guid FromShort(ushort value) => new(value, 0, 0x1000, 0x80, 0x00, 0x00, 0x80, 0x5F, 0x9B, 0x34, 0xFB);

    /// <summary>UUID as it travels: 2 or 16 bytes, little-endian.</summary>
    internal static Guid Read(ReadOnlySpan<byte> wire)
    {
        if (wire.Length == 2)
        {
            return FromShort(BinaryPrimitives.ReadUInt16LittleEndian(wire));
        }

        Span<byte> bigEndian = stackalloc byte[16];
        wire[..16].CopyTo(bigEndian);
        bigEndian.Reverse();
        return new Guid(bigEndian, bigEndian: true);
    }
}
