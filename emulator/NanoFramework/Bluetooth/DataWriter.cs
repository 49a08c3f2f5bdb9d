using System.Buffers.Binary;
using System.Text;

namespace nanoFramework.Device.Bluetooth;

/// <summary>A buffer that grows; integers go in little-endian.</summary>
public class DataWriter : Buffer
{
    private const uint InitialCapacity = 32;

    public DataWriter()
        : base(InitialCapacity)
    {
    }

    public void WriteByte(byte value) => Append([value]);

    public void WriteBytes(byte[] value) => Append(value);

    public void WriteBuffer(Buffer buffer) => Append(buffer.ToArray());

    public void WriteUInt16(ushort value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        Append(bytes);
    }

    public void WriteUInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        Append(bytes);
    }

    /// <summary>Writes UTF-8 without a length or a terminator.</summary>
    /// <returns>Bytes written.</returns>
    public uint WriteString(string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        Append(bytes);
        return (uint)bytes.Length;
    }

    /// <summary>The writer itself: what is written afterwards shows in the buffer.</summary>
    public Buffer DetachBuffer() => this;

    private void Append(ReadOnlySpan<byte> bytes)
    {
        uint position = Length;
        EnsureCapacity(position + (uint)bytes.Length);
        bytes.CopyTo(Data.AsSpan((int)position));
        Length = position + (uint)bytes.Length;
    }
}
