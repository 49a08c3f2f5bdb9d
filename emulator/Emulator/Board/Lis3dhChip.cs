using System.Buffers.Binary;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Board;

/// <summary>
/// Accelerometer LIS3DH (STMicroelectronics, DocID17530): acceleration, tap recognition and the first of its two
/// inertial interrupts, as registers to be polled; its interrupt pins are not connected. Bit 7 of the register
/// address makes it count up.
/// </summary>
public sealed class Lis3dhChip : II2cChip
{
    private const byte AutoIncrement = 0x80;
    private const double BitsPerG = 16384;

    // Time a tilt lasts, and how long a tap's flag stays up unless it is latched.
    private const long TiltUs = 800_000;
    private const long ClickFlagUs = 100_000;

    private readonly byte[] registers = new byte[0x80];
    private readonly NoiseSource noise;
    private int pointer;
    private bool increment;
    private long tiltedUntilUs = long.MinValue;
    private long clickUntilUs = long.MinValue;
    private byte clickFlags;
    private byte latchedInterrupt;

    public Lis3dhChip(ulong seed)
    {
        noise = new NoiseSource(seed, "lis3dh");
        Reset();
    }

    /// <summary>Standard deviation of the noise on each axis, g.</summary>
    public double NoiseG { get; set; } = 0.003;

    private bool IsRunning => (this[Register.Control1] & 0xF0) != 0;

    private byte this[Register register]
    {
        get => registers[(int)register];
        set => registers[(int)register] = value;
    }

    /// <summary>Power-on reset: powered down until a data rate is written.</summary>
    public void Reset()
    {
        Array.Clear(registers);
        this[Register.WhoAmI] = 0x33;
        this[Register.Control1] = 0x07;
        pointer = 0;
        increment = false;
        clickFlags = 0;
        clickUntilUs = long.MinValue;
        latchedInterrupt = 0;
    }

    /// <summary>The holder, lying flat, is turned on its side by 53° for 0.8 s.</summary>
    public void Tilt(long nowUs)
    {
        tiltedUntilUs = nowUs + TiltUs;
        const byte latchInterrupt1 = 0x08;
        if (IsRunning && (this[Register.Control5] & latchInterrupt1) != 0)
        {
            latchedInterrupt |= InterruptSource(nowUs);
        }
    }

    /// <summary>Two taps on the flat side, fast enough for any setting of the windows.</summary>
    public void DoubleTap(long nowUs)
    {
        const byte anyDouble = 0x2A;
        const byte anySingle = 0x15;
        const byte active = 0x40;
        const byte doubleClick = 0x20;
        const byte singleClick = 0x10;
        const byte zAxis = 0x04;
        byte enabled = this[Register.ClickConfiguration];
        if (!IsRunning || (enabled & (anyDouble | anySingle)) == 0)
        {
            return;
        }

        clickFlags = (byte)(active | zAxis | ((enabled & anyDouble) != 0 ? doubleClick : 0) | ((enabled & anySingle) != 0 ? singleClick : 0));
        clickUntilUs = nowUs + ClickFlagUs;
    }

    /// <inheritdoc/>
    public void Transfer(long nowUs, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (write.Length > 0)
        {
            pointer = write[0] & 0x7F;
            increment = (write[0] & AutoIncrement) != 0;
            foreach (byte value in write[1..])
            {
                WriteRegister(value);
                Step();
            }
        }

        if (read.Length > 0)
        {
            Sample(nowUs);
        }

        for (int i = 0; i < read.Length; i++)
        {
            read[i] = ReadRegister(nowUs);
            Step();
        }
    }

    private void Step()
    {
        if (increment)
        {
            pointer = (pointer + 1) & 0x7F;
        }
    }

    private void WriteRegister(byte value)
    {
        bool control = pointer is >= (int)Register.TemperatureConfiguration and <= (int)Register.Reference;
        bool interrupt = pointer is >= (int)Register.Interrupt1Configuration and <= (int)Register.ActivityDuration;
        if ((control || interrupt) && pointer is not ((int)Register.Interrupt1Source or (int)Register.ClickSource))
        {
            registers[pointer] = value;
        }
    }

    private byte ReadRegister(long nowUs)
    {
        switch ((Register)pointer)
        {
            case Register.ClickSource: return ReadClickSource(nowUs);
            case Register.Interrupt1Source: return ReadInterruptSource(nowUs);
            default: return registers[pointer];
        }
    }

    /// <summary>Latched (CLICK_THS bit 7), the flags stay until they are read; otherwise they fade by themselves.</summary>
    private byte ReadClickSource(long nowUs)
    {
        const byte latchClick = 0x80;
        bool latched = (this[Register.ClickThreshold] & latchClick) != 0;
        byte value = latched || nowUs < clickUntilUs ? clickFlags : (byte)0;
        if (latched || value == 0)
        {
            clickFlags = 0;
        }

        return value;
    }

    private byte ReadInterruptSource(long nowUs)
    {
        byte value = (byte)(latchedInterrupt | (IsRunning ? InterruptSource(nowUs) : 0));
        latchedInterrupt = 0;
        return value;
    }

    /// <summary>INT1_SRC: the enabled axes beyond the threshold, any of them (or, with AOI, all of them) active.</summary>
    private byte InterruptSource(long nowUs)
    {
        const double thresholdG = 0.016;
        const byte all = 0x80;
        const byte active = 0x40;
        byte enabled = this[Register.Interrupt1Configuration];
        double threshold = (this[Register.Interrupt1Threshold] & 0x7F) * thresholdG;
        int source = 0;
        for (int axis = 0; axis < 3; axis++)
        {
            double value = Math.Abs(AccelerationG(axis, nowUs));
            source |= (value > threshold ? 2 : 1) << (2 * axis);
        }

        int hits = source & enabled & 0x3F;
        bool fires = (enabled & all) != 0 ? (enabled & 0x3F) != 0 && hits == (enabled & 0x3F) : hits != 0;
        return (byte)(fires ? hits | active : hits);
    }

    private void Sample(long nowUs)
    {
        if (!IsRunning)
        {
            return;
        }

        const byte newData = 0x0F;
        int range = 1 << ((this[Register.Control4] >> 4) & 3);
        for (int axis = 0; axis < 3; axis++)
        {
            double value = AccelerationG(axis, nowUs) + (NoiseG * noise.Gaussian((nowUs * 3) + axis));
            int bits = (int)Math.Clamp(Math.Round(value * BitsPerG / range), short.MinValue, short.MaxValue);

            // High-resolution mode: 12 bits, left-justified.
            BinaryPrimitives.WriteInt16LittleEndian(registers.AsSpan((int)Register.OutXLow + (2 * axis)), (short)(bits & ~0xF));
        }

        this[Register.Status] = newData;
    }

    private double AccelerationG(int axis, long nowUs)
    {
        bool tilted = nowUs < tiltedUntilUs;
        return axis switch
        {
            1 => tilted ? 0.8 : 0,
            2 => tilted ? 0.6 : 1,
            _ => 0,
        };
    }

    private enum Register
    {
        WhoAmI = 0x0F,
        TemperatureConfiguration = 0x1F,
        Control1 = 0x20,
        Control4 = 0x23,
        Control5 = 0x24,
        Reference = 0x26,
        Status = 0x27,
        OutXLow = 0x28,
        Interrupt1Configuration = 0x30,
        Interrupt1Source = 0x31,
        Interrupt1Threshold = 0x32,
        ClickConfiguration = 0x38,
        ClickSource = 0x39,
        ClickThreshold = 0x3A,
        ActivityDuration = 0x3F,
    }
}
