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

    // Time a tilt lasts (longer than any duration that INT1_DURATION can ask for at 100 Hz), and how long a tap's
    // flag stays up unless it is latched.
    private const long TiltUs = 1_500_000;
    private const long ClickFlagUs = 100_000;

    private readonly byte[] registers = new byte[0x80];
    private readonly NoiseSource noise;
    private int pointer;
    private bool increment;
    private long tiltedUntilUs = long.MinValue;
    private long clickUntilUs = long.MinValue;
    private byte clickFlags;
    private byte latchedInterrupt;
    private int side;

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
        side = 0;
    }

    /// <summary>The holder, lying flat, is turned on its side by 80° for 1.5 s.</summary>
    public void Tilt(long nowUs)
    {
        Watch(nowUs);
        tiltedUntilUs = nowUs + TiltUs;
        Watch(nowUs);
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

        int clicks = ((enabled & anyDouble) != 0 ? doubleClick : 0) | ((enabled & anySingle) != 0 ? singleClick : 0);
        clickFlags = (byte)(active | zAxis | clicks);
        clickUntilUs = nowUs + ClickFlagUs;
    }

    /// <inheritdoc/>
    public void Transfer(long nowUs, ReadOnlySpan<byte> write, Span<byte> read)
    {
        // What happened since the last transfer: a tilt may have ended meanwhile.
        Watch(Math.Min(nowUs, tiltedUntilUs));
        Watch(nowUs);
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

        if (pointer == (int)Register.Interrupt1Configuration)
        {
            // Beginning to watch is no movement.
            side = 0;
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
        byte value = latchedInterrupt;
        latchedInterrupt = 0;
        Watch(nowUs);
        return value;
    }

    /// <summary>
    /// Interrupt 1 at one moment. With 6D on (and AOI off) it fires on reaching another of the six sides,
    /// otherwise while an enabled axis (or, with AOI, all of them) is beyond its threshold.
    /// </summary>
    private void Watch(long nowUs)
    {
        const byte all = 0x80;
        const byte sixSides = 0x40;
        const byte active = 0x40;
        byte configuration = this[Register.Interrupt1Configuration];
        int enabled = configuration & 0x3F;
        if (!IsRunning || enabled == 0)
        {
            return;
        }

        int beyond = AxesBeyondThreshold(nowUs, out int reachedSide);
        int hits = beyond & enabled;
        bool fires = (configuration & all) != 0 ? hits == enabled : hits != 0;
        if ((configuration & sixSides) != 0)
        {
            fires = side != 0 && reachedSide != 0 && reachedSide != side && (reachedSide & enabled) != 0;
            side = reachedSide != 0 ? reachedSide : side;
        }

        const byte latchInterrupt1 = 0x08;
        bool latch = (this[Register.Control5] & latchInterrupt1) != 0;
        byte flags = (byte)(fires ? hits | active : 0);
        latchedInterrupt = latch && latchedInterrupt != 0 ? latchedInterrupt : flags;
    }

    /// <summary>Bits as in INT1_SRC: x low, x high, y low, and so on; high is beyond +threshold, low beyond -threshold.</summary>
    /// <param name="nowUs">Moment.</param>
    /// <param name="reachedSide">The bit that is alone, which is the side that is up; 0 between sides.</param>
    private int AxesBeyondThreshold(long nowUs, out int reachedSide)
    {
        const double thresholdG = 0.016;
        double threshold = (this[Register.Interrupt1Threshold] & 0x7F) * thresholdG;
        int bits = 0;
        for (int axis = 0; axis < 3; axis++)
        {
            double value = AccelerationG(axis, nowUs);
            bits |= (value > threshold ? 2 : value < -threshold ? 1 : 0) << (2 * axis);
        }

        reachedSide = (bits & (bits - 1)) == 0 ? bits : 0;
        return bits;
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
            1 => tilted ? 0.985 : 0,
            2 => tilted ? 0.174 : 1,
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
