using IqosDevice.Emulator.Board.Signals;

namespace IqosDevice.Emulator.Board;

/// <summary>One I2C bus at 400 kHz: chips by address, and the time that a transfer takes.</summary>
public sealed class I2cBus
{
    // Nine clocks of 2.5 µs a byte, with the gaps that the ESP32's controller leaves; start, stop and driver.
    private const int ByteUs = 25;
    private const int OverheadUs = 40;

    private readonly II2cChip?[] chips = new II2cChip?[128];
    private readonly bool[] silent = new bool[128];
    private readonly LooseContact?[] contacts = new LooseContact?[128];

    /// <summary>A fault: a chip holds the clock down for this long in every transfer, µs.</summary>
    public long StretchUs { get; set; }

    public void Attach(int address, II2cChip chip) => chips[address] = chip;

    /// <summary>A fault: the chip at this address acknowledges nothing (or works again).</summary>
    public void SetSilent(int address, bool value) => silent[address] = value;

    /// <summary>A fault: the chip at this address is reached through a loose contact; null for a good one.</summary>
    public void SetContact(int address, LooseContact? contact) => contacts[address] = contact;

    /// <summary>How long a transfer keeps the processor waiting, µs: each part begins with an address byte.</summary>
    public static int DurationUs(int writeBytes, int readBytes) =>
        OverheadUs + (ByteUs * (Math.Sign(writeBytes) + writeBytes + Math.Sign(readBytes) + readBytes));

    /// <summary>One transfer, ending at <paramref name="nowUs"/>.</summary>
    /// <returns>False where nothing acknowledges the address.</returns>
    public bool Transfer(int address, long nowUs, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if ((uint)address >= (uint)chips.Length || silent[address] || chips[address] is not { } chip
            || contacts[address] is { } contact && contact.IsOpen(nowUs))
        {
            return false;
        }

        chip.Transfer(nowUs, write, read);
        return true;
    }
}
