using IqosDevice.Firmware.Core.Ports;

namespace IqosDevice.Firmware.Tests.Storage;

/// <summary>What a cut leaves behind the bytes that were written.</summary>
public enum TornTail
{
    Nothing,
    OldContent,
    Garbage,
}

/// <summary>The power went.</summary>
internal sealed class PowerCutException : Exception;

/// <summary>Slots in memory whose power can go at any byte of a write, and that can refuse.</summary>
internal sealed class TearingStorage : ISlotStorage
{
    private readonly Dictionary<int, byte[]> slots = [];

    /// <summary>Bytes of a write that still reach the medium; negative, or more than the write has: no cut.</summary>
    public int CutAfterBytes { get; set; } = -1;

    public TornTail Tail { get; set; }

    public bool Refuses { get; set; }

    public int WriteCount { get; private set; }

    public byte[] this[int slot]
    {
        get => slots.TryGetValue(slot, out byte[]? content) ? content : [];
        set => slots[slot] = value;
    }

    public TearingStorage Clone()
    {
        var clone = new TearingStorage();
        foreach ((int slot, byte[] content) in slots)
        {
            clone[slot] = [.. content];
        }

        return clone;
    }

    public int Read(int slot, byte[] buffer)
    {
        byte[] content = this[slot];
        int length = Math.Min(content.Length, buffer.Length);
        content.AsSpan(0, length).CopyTo(buffer);
        return length;
    }

    public bool Write(int slot, byte[] buffer, int length)
    {
        WriteCount++;
        if (Refuses)
        {
            return false;
        }

        if (CutAfterBytes < 0 || CutAfterBytes > length)
        {
            this[slot] = buffer[..length];
            return true;
        }

        this[slot] = [.. buffer[..CutAfterBytes], .. TailBehind(slot, CutAfterBytes, length)];
        throw new PowerCutException();
    }

    private byte[] TailBehind(int slot, int start, int length)
    {
        switch (Tail)
        {
            case TornTail.OldContent:
                return this[slot].Length > start ? this[slot][start..] : [];
            case TornTail.Garbage:
                byte[] garbage = new byte[length - start + 7];
                new Random(start).NextBytes(garbage);
                return garbage;
            default:
                return [];
        }
    }
}
