using IqosDevice.NanoFramework.Host;

namespace IqosDevice.Emulator.Board;

/// <summary>
/// The ESP32 as the stand-ins see it, from one power-on to the next: a new one for each boot, so that what the
/// stand-ins keep in place of statics begins afresh.
/// </summary>
public sealed class Microcontroller : HostBoard, IAdcPort, II2cPort, IHostPort
{
    // One conversion of the ESP32's ADC through the managed driver.
    private const int AdcConversionUs = 40;

    private readonly VirtualBoard board;
    private readonly long bootCountedUs;
    private readonly Action<string> writeLine;

    /// <param name="board">What the microcontroller is soldered to.</param>
    /// <param name="writeLine">Takes the lines of the debug console.</param>
    public Microcontroller(VirtualBoard board, Action<string> writeLine)
    {
        this.board = board;
        this.writeLine = writeLine;
        bootCountedUs = board.ProcessorClock.CountedUs(board.NowUs);
    }

    /// <inheritdoc/>
    public override IGpioPort Gpio => board.Gpio;

    /// <inheritdoc/>
    public override IAdcPort Adc => this;

    /// <inheritdoc/>
    public override IPwmPort Pwm => board.Pwm;

    /// <inheritdoc/>
    public override II2cPort I2c => this;

    /// <inheritdoc/>
    public override IStoragePort Storage => board.Storage;

    /// <inheritdoc/>
    public override IBluetoothPort Bluetooth => board.Radio;

    /// <inheritdoc/>
    public override IHostPort Host => this;

    /// <inheritdoc/>
    ulong IHostPort.MicrosecondsSinceBoot => (ulong)(board.ProcessorClock.CountedUs(board.NowUs) - bootCountedUs);

    /// <inheritdoc/>
    uint IHostPort.FreeMemoryBytes => board.FreeMemoryBytes;

    /// <inheritdoc/>
    void IHostPort.WriteLine(string line) => writeLine(line);

    /// <inheritdoc/>
    int IAdcPort.Read(int channel)
    {
        board.Spend(AdcConversionUs);
        board.Settle();
        return board.Adc.Read(channel, board.NowUs);
    }

    /// <inheritdoc/>
    bool II2cPort.Transfer(int bus, int address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        board.Spend(I2cBus.DurationUs(write.Length, read.Length) + board.I2c.StretchUs);
        board.Settle();
        return bus == Wiring.I2cBus && board.I2c.Transfer(address, board.NowUs, write, read);
    }
}
