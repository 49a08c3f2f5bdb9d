namespace IqosDevice.Emulator.Simulation;

/// <summary>
/// Running hash over whatever is fed to it, the same on every platform: FNV-1a with 64 bits, fed with whole
/// words, and a final mix so that short inputs spread as well (Fowler, Noll, Vo; Stafford's mix 13).
/// </summary>
public sealed class TraceHasher
{
    private ulong state = 0xCBF29CE484222325;

    /// <summary>Sixteen hexadecimal digits over all that was added so far.</summary>
    public string Hex => Value.ToString("x16");

    public ulong Value
    {
        get
        {
            ulong z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    public void Add(long value)
    {
        // The multiplication alone moves bits upwards only; the rotation lets high bits reach the low ones.
        state = (ulong.RotateLeft(state, 23) ^ (ulong)value) * 0x100000001B3;
    }

    /// <summary>Adds the very bits of a number: a difference in the last one shows.</summary>
    public void Add(double value) => Add(BitConverter.DoubleToInt64Bits(value));

    public void Add(ReadOnlySpan<byte> bytes)
    {
        Add(bytes.Length);
        foreach (byte value in bytes)
        {
            Add(value);
        }
    }

    public void Add(string text)
    {
        Add(text.Length);
        foreach (char letter in text)
        {
            Add(letter);
        }
    }
}
