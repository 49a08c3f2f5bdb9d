using System.Buffers.Binary;

namespace nanoFramework.Device.Bluetooth;

/// <summary>Reads a buffer from its start; integers are little-endian. Reading past the end throws.</summary>
public class DataReader
{
    private readonly Buffer buffer;
    private int position;

    private DataReader(Buffer buffer) => this.buffer = buffer;

    public uint UnconsumedBufferLength => buffer.Length - (uint)position;

    public static DataReader FromBuffer(Buffer buffer) => new(buffer);

    public byte ReadByte() => Take(1)[0];

    /// <summary>Fills the whole array.</summary>
    public void ReadBytes(byte[] value) => Take(value.Length).CopyTo(value);

    public ushort ReadUInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    private ReadOnlySpan<byte> Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, UnconsumedBufferLength, nameof(count));
        ReadOnlySpan<byte> taken = buffer.Data.AsSpan(position, count);
        position += count;
        return taken;
    }
}
