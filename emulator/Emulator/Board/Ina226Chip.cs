using System.Buffers.Binary;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Board;

/// <summary>
/// Current and power monitor INA226 (Texas Instruments, SBOS547): shunt and bus voltage averaged over each
/// conversion, 16-bit registers, high byte first, behind a register pointer. The alert pin is not connected.
/// </summary>
public sealed class Ina226Chip : II2cChip
{
    /// <summary>One bit of the shunt voltage register, volts.</summary>
    public const double ShuntLsbVolts = 2.5e-6;

    /// <summary>One bit of the bus voltage register, volts.</summary>
    public const double BusLsbVolts = 1.25e-3;

    private const ushort ConfigurationAtReset = 0x4127;
    private const ushort ResetBit = 0x8000;
    private const ushort ConversionReady = 0x0008;

    private static readonly int[] AverageCounts = [1, 4, 16, 64, 128, 256, 512, 1024];
    private static readonly int[] ConversionTimesUs = [140, 204, 332, 588, 1100, 2116, 4156, 8244];

    private readonly NoiseSource shuntNoise;
    private readonly NoiseSource busNoise;
    private readonly ConversionWindow shuntWindow = new();
    private readonly ConversionWindow busWindow = new();
    private byte pointer;
    private ushort configuration;
    private ushort calibration;
    private ushort maskEnable;
    private ushort alertLimit;
    private long readyIndexSeen = -1;
    private short shuntRegister;
    private short busRegister;

    public Ina226Chip(ulong seed, string name)
    {
        shuntNoise = new NoiseSource(seed, name + ".shunt");
        busNoise = new NoiseSource(seed, name + ".bus");
        Reset(0);
    }

    /// <summary>Standard deviation of the noise of one unaveraged shunt conversion, volts.</summary>
    public double ShuntNoiseVolts { get; set; } = 1.0e-6;

    /// <summary>Standard deviation of the noise of one unaveraged bus conversion, volts.</summary>
    public double BusNoiseVolts { get; set; } = 0.3e-3;

    /// <summary>A fault: both measuring registers keep what they hold.</summary>
    public bool Frozen { get; set; }

    /// <summary>Power-on reset.</summary>
    public void Reset(long nowUs)
    {
        pointer = 0;
        calibration = 0;
        maskEnable = 0;
        alertLimit = 0;
        shuntRegister = 0;
        busRegister = 0;
        Configure(nowUs, ConfigurationAtReset);
    }

    /// <summary>What the two inputs see over a slice of time, each linear from its first to its last value.</summary>
    public void Observe(long fromUs, long toUs, in MonitorSignal first, in MonitorSignal last)
    {
        if ((configuration & 1) != 0)
        {
            shuntWindow.Observe(fromUs, toUs, first.ShuntVolts, last.ShuntVolts);
        }

        if ((configuration & 2) != 0)
        {
            busWindow.Observe(fromUs, toUs, first.BusVolts, last.BusVolts);
        }
    }

    /// <inheritdoc/>
    public void Transfer(long nowUs, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (write.Length > 0)
        {
            pointer = write[0];
        }

        if (write.Length >= 3)
        {
            WriteRegister(nowUs, BinaryPrimitives.ReadUInt16BigEndian(write[1..]));
        }

        ushort value = read.Length > 0 ? ReadRegister() : (ushort)0;
        for (int i = 0; i < read.Length; i++)
        {
            // A controller that reads on gets the same register again: the chip has no auto-increment.
            read[i] = (byte)(i % 2 == 0 ? value >> 8 : value);
        }
    }

    private void WriteRegister(long nowUs, ushort value)
    {
        switch ((Register)pointer)
        {
            case Register.Configuration when (value & ResetBit) != 0:
                Reset(nowUs);
                break;
            case Register.Configuration:
                Configure(nowUs, value);
                break;
            case Register.Calibration:
                calibration = (ushort)(value & 0x7FFF);
                break;
            case Register.MaskEnable:
                maskEnable = (ushort)(value & 0xFC03);
                break;
            case Register.AlertLimit:
                alertLimit = value;
                break;
        }
    }

    private ushort ReadRegister()
    {
        LatchConversions();
        switch ((Register)pointer)
        {
            case Register.Configuration: return configuration;
            case Register.ShuntVoltage: return (ushort)shuntRegister;
            case Register.BusVoltage: return (ushort)busRegister;
            case Register.Current: return (ushort)CurrentRegister;
            case Register.Power: return (ushort)Math.Min(Math.Abs(CurrentRegister) * busRegister / 20000, ushort.MaxValue);
            case Register.Calibration: return calibration;
            case Register.MaskEnable: return ReadMaskEnable();
            case Register.AlertLimit: return alertLimit;
            case Register.ManufacturerId: return 0x5449;
            case Register.DieId: return 0x2260;
            default: return 0xFFFF;
        }
    }

    private int CurrentRegister => Math.Clamp(shuntRegister * calibration / 2048, short.MinValue, short.MaxValue);

    /// <summary>Reading Mask/Enable clears the conversion-ready flag.</summary>
    private ushort ReadMaskEnable()
    {
        long finished = Math.Min((configuration & 1) != 0 ? shuntWindow.FinishedIndex : long.MaxValue,
            (configuration & 2) != 0 ? busWindow.FinishedIndex : long.MaxValue);
        bool ready = finished != long.MaxValue && finished > readyIndexSeen;
        if (ready)
        {
            readyIndexSeen = finished;
        }

        return (ushort)(ready ? maskEnable | ConversionReady : maskEnable);
    }

    private void Configure(long nowUs, ushort value)
    {
        LatchConversions();
        configuration = (ushort)(value & 0x4FFF);
        bool shunt = (value & 1) != 0;
        bool bus = (value & 2) != 0;
        bool once = (value & 4) == 0;
        int averages = AverageCounts[(value >> 9) & 7];
        long shuntUs = shunt ? ConversionTimesUs[(value >> 3) & 7] : 0;
        long busUs = bus ? ConversionTimesUs[(value >> 6) & 7] : 0;
        long cycleUs = Math.Max((shuntUs + busUs) * averages, 1);

        // Shunt and bus alternate. Averaged, both spread over the whole cycle; alone, each has its own part of it.
        bool averaged = averages > 1;
        shuntWindow.Restart(nowUs, cycleUs, averaged ? cycleUs : Math.Max(shuntUs, 1), once);
        busWindow.Restart(averaged ? nowUs : nowUs + shuntUs, cycleUs, averaged ? cycleUs : Math.Max(busUs, 1), once);
        readyIndexSeen = -1;
    }

    private void LatchConversions()
    {
        if (Frozen)
        {
            return;
        }

        int averages = AverageCounts[(configuration >> 9) & 7];
        if (shuntWindow.FinishedIndex >= 0)
        {
            double noise = ShuntNoiseVolts * shuntNoise.Gaussian(shuntWindow.FinishedIndex) / SquareRoot(averages);
            shuntRegister = (short)Quantise((shuntWindow.Average + noise) / ShuntLsbVolts, short.MinValue);
        }

        if (busWindow.FinishedIndex >= 0)
        {
            double noise = BusNoiseVolts * busNoise.Gaussian(busWindow.FinishedIndex) / SquareRoot(averages);
            busRegister = (short)Quantise((busWindow.Average + noise) / BusLsbVolts, 0);
        }
    }

    /// <summary>Full scale of both inputs is a positive 16-bit register: ±81.92 mV and 40.96 V.</summary>
    private static int Quantise(double bits, int lowest) => (int)Math.Clamp(Math.Round(bits), lowest, short.MaxValue);

    /// <summary>Averages are powers of two with an exact or correctly rounded root; IEEE 754 fixes it to the last bit.</summary>
    private static double SquareRoot(int averages) => Math.Sqrt(averages);

    private enum Register : byte
    {
        Configuration = 0x00,
        ShuntVoltage = 0x01,
        BusVoltage = 0x02,
        Power = 0x03,
        Current = 0x04,
        Calibration = 0x05,
        MaskEnable = 0x06,
        AlertLimit = 0x07,
        ManufacturerId = 0xFE,
        DieId = 0xFF,
    }
}
