using IqosDevice.Emulator.Board.Signals;

namespace IqosDevice.Emulator.Board;

/// <summary>
/// Real-time clock DS3231 (Analog Devices, 19-5170): BCD time of day behind a register pointer, battery-backed,
/// so it runs on while the holder is off. Starts at a fixed epoch, 2026-01-01 00:00:00, for every run is to be
/// the same. Alarms and the square wave are registers without effect: their pin is not connected.
/// </summary>
public sealed class Ds3231Chip : II2cChip
{
    private const int RegisterCount = 0x13;
    private const int TimeRegisterCount = 7;
    private const long MicrosecondsPerSecond = 1_000_000;

    // Two centuries: what two digits of a year can show, and more.
    private const double LongestSeconds = 200 * 365.25 * 86400;

    private static readonly DateTime Epoch = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly byte[] registers = new byte[RegisterCount];
    private int pointer;
    private DateTime setTo = Epoch;
    private long setAtUs;

    public Ds3231Chip() => registers[(int)Register.Control] = 0x1C;

    /// <summary>Error of the crystal, parts per million; positive runs fast.</summary>
    public double DriftPpm { get; set; }

    /// <summary>From what has passed since the clock was set, seconds, to what its registers count.</summary>
    public SignalPath CountedSeconds { get; } = new();

    /// <summary>Temperature of the chip, degrees Celsius, shown in quarters.</summary>
    public double Celsius { get; set; } = 25;

    /// <summary>Time of day that the chip shows.</summary>
    public DateTime TimeAt(long nowUs)
    {
        double elapsedUs = (nowUs - setAtUs) * (1.0 + (DriftPpm * 1e-6));
        double seconds = Math.Clamp(CountedSeconds.Pass(elapsedUs / MicrosecondsPerSecond, nowUs), -LongestSeconds, LongestSeconds);
        return setTo.AddTicks((long)seconds * TimeSpan.TicksPerSecond);
    }

    /// <inheritdoc/>
    public void Transfer(long nowUs, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (write.Length > 0)
        {
            pointer = write[0] % RegisterCount;
        }

        if (write.Length > 1)
        {
            Refresh(nowUs);
            WriteRegisters(nowUs, write[1..]);
        }

        if (read.Length > 0)
        {
            // The chip copies the time when a transfer begins, so that a read over a full second is consistent.
            Refresh(nowUs);
            for (int i = 0; i < read.Length; i++)
            {
                read[i] = registers[pointer];
                pointer = (pointer + 1) % RegisterCount;
            }
        }
    }

    private void WriteRegisters(long nowUs, ReadOnlySpan<byte> values)
    {
        bool timeWritten = false;
        foreach (byte value in values)
        {
            timeWritten |= pointer < TimeRegisterCount;
            registers[pointer] = value;
            pointer = (pointer + 1) % RegisterCount;
        }

        if (timeWritten)
        {
            setTo = DecodeTime();
            setAtUs = nowUs;
        }
    }

    private void Refresh(long nowUs)
    {
        DateTime now = TimeAt(nowUs);
        registers[(int)Register.Seconds] = ToBcd(now.Second);
        registers[(int)Register.Minutes] = ToBcd(now.Minute);
        registers[(int)Register.Hours] = ToBcd(now.Hour);
        registers[(int)Register.Day] = (byte)((int)now.DayOfWeek + 1);
        registers[(int)Register.Date] = ToBcd(now.Day);
        registers[(int)Register.Month] = ToBcd(now.Month);
        registers[(int)Register.Year] = ToBcd(now.Year % 100);
        int quarters = (int)Math.Clamp(Math.Floor(Celsius * 4), -512, 511);
        registers[(int)Register.TemperatureHigh] = (byte)(quarters >> 2);
        registers[(int)Register.TemperatureLow] = (byte)((quarters & 3) << 6);
    }

    /// <summary>Impossible digits written from outside are clamped to the nearest real time.</summary>
    private DateTime DecodeTime()
    {
        int year = 2000 + Math.Min(FromBcd(registers[(int)Register.Year]), 99);
        int month = Math.Clamp(FromBcd((byte)(registers[(int)Register.Month] & 0x1F)), 1, 12);
        int day = Math.Clamp(FromBcd((byte)(registers[(int)Register.Date] & 0x3F)), 1, DateTime.DaysInMonth(year, month));
        int hour = Math.Min(DecodeHour(registers[(int)Register.Hours]), 23);
        int minute = Math.Min(FromBcd((byte)(registers[(int)Register.Minutes] & 0x7F)), 59);
        int second = Math.Min(FromBcd((byte)(registers[(int)Register.Seconds] & 0x7F)), 59);
        return new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc);
    }

    private static int DecodeHour(byte value)
    {
        const byte twelveHourMode = 0x40;
        const byte afternoon = 0x20;
        return (value & twelveHourMode) == 0
            ? FromBcd((byte)(value & 0x3F))
            : (FromBcd((byte)(value & 0x1F)) % 12) + ((value & afternoon) != 0 ? 12 : 0);
    }

    private static byte ToBcd(int value) => (byte)(((value / 10) << 4) | (value % 10));

    private static int FromBcd(byte value) => ((value >> 4) * 10) + (value & 0x0F);

    private enum Register
    {
        Seconds = 0x00,
        Minutes = 0x01,
        Hours = 0x02,
        Day = 0x03,
        Date = 0x04,
        Month = 0x05,
        Year = 0x06,
        Control = 0x0E,
        TemperatureHigh = 0x11,
        TemperatureLow = 0x12,
    }
}
