namespace nanoFramework.Device.Bluetooth;

/// <summary>Bytes with a length in use; the array given to the constructor is not copied.</summary>
public class Buffer
{
    private byte[] data;

    public Buffer(uint capacity)
    {
        data = new byte[capacity];
    }

    public Buffer(byte[] array)
    {
        ArgumentNullException.ThrowIfNull(array);
        data = array;
        Length = (uint)array.Length;
    }

    public uint Capacity => (uint)data.Length;

    /// <exception cref="ArgumentException">Longer than the capacity.</exception>
    public uint Length
    {
        get;
        set
        {
            if (value > data.Length)
            {
                throw new ArgumentException("Length greater than current buffer", nameof(value));
            }

            field = value;
        }
    }

    internal byte[] Data => data;

    public void EnsureCapacity(uint newCapacity)
    {
        if (newCapacity > data.Length)
        {
            Array.Resize(ref data, (int)newCapacity);
        }
    }

    internal byte[] ToArray() => data.AsSpan(0, (int)Length).ToArray();
}
