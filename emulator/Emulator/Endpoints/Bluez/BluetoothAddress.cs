using System.Text;

namespace IqosDevice.Emulator.Endpoints.Bluez;

/// <summary>Address of a device, 48 bits (Core 6.0, Vol 6, Part B, 1.3).</summary>
/// <param name="Value">Its bits, the first two digits of its text highest.</param>
public readonly record struct BluetoothAddress(ulong Value)
{
    // The two highest bits of a random static address (1.3.2.1).
    private const ulong RandomStatic = 0xC0_00_00_00_00_00;
    private const ulong AllBits = 0xFF_FF_FF_FF_FF_FF;

    /// <summary>A random static address that is always the same for the same unit.</summary>
    public static BluetoothAddress OfUnit(string serialNumber)
    {
        // FNV-1a, 64 bits, folded to 48.
        ulong hash = 14695981039346656037;
        foreach (byte letter in Encoding.UTF8.GetBytes(serialNumber))
        {
            hash = unchecked((hash ^ letter) * 1099511628211);
        }

        return new BluetoothAddress(((hash ^ (hash >> 48)) & AllBits) | RandomStatic);
    }

    /// <summary>E.g. <c>C4:11:22:33:44:55</c>.</summary>
    public override string ToString() =>
        $"{(byte)(Value >> 40):X2}:{(byte)(Value >> 32):X2}:{(byte)(Value >> 24):X2}:{(byte)(Value >> 16):X2}:{(byte)(Value >> 8):X2}:{(byte)Value:X2}";
}
