using System.Buffers.Binary;
using IqosDevice.Emulator.Board;

namespace IqosDevice.Emulator.Tests.Board;

/// <summary>Facts of the data sheet SBOS547.</summary>
public sealed class Ina226ChipTests
{
    private readonly Ina226Chip chip = new(1, "test") { ShuntNoiseVolts = 0, BusNoiseVolts = 0 };
    private long nowUs;

    [Fact]
    public void Identification_and_reset_values_are_those_of_the_data_sheet()
    {
        Read(0xFE).ShouldBe((ushort)0x5449);
        Read(0xFF).ShouldBe((ushort)0x2260);
        Read(0x00).ShouldBe((ushort)0x4127);
    }

    [Fact]
    public void Shunt_counts_2_5_microvolts_and_bus_1_25_millivolts()
    {
        Feed(10_000, 0.020, 3.7);

        Read(0x01).ShouldBe((ushort)8000);
        Read(0x02).ShouldBe((ushort)2960);
    }

    [Fact]
    public void A_negative_shunt_voltage_is_twos_complement()
    {
        Feed(10_000, -0.001, 3.7);

        ((short)Read(0x01)).ShouldBe((short)-400);
    }

    [Theory]
    [InlineData(0.1, 32767)]
    [InlineData(-0.1, -32768)]
    public void The_shunt_saturates_at_81_92_millivolts(double volts, int expected)
    {
        Feed(10_000, volts, 3.7);

        ((short)Read(0x01)).ShouldBe((short)expected);
    }

    [Fact]
    public void Current_and_power_follow_from_the_calibration()
    {
        // Data sheet 7.5: with 10 mΩ and 0.25 mA a bit, CAL = 0.00512 / (0.00025 * 0.010) = 2048.
        Write(0x05, 2048);
        Feed(10_000, 0.020, 4.0);

        Read(0x04).ShouldBe((ushort)8000, "2 A at 0.25 mA a bit");
        Read(0x03).ShouldBe((ushort)1280, "8 W at 25 times the current's bit");
    }

    [Fact]
    public void A_register_shows_the_average_over_the_last_finished_conversion()
    {
        // Shunt 0..1100 µs, bus 1100..2200, shunt 2200..3300: the step at 2750 µs is half-way through the last.
        Feed(2_750, 0.010, 3.7);
        Feed(549, 0.020, 3.7);
        Read(0x01).ShouldBe((ushort)4000, "the conversion that saw the step has not finished");

        Feed(1, 0.020, 3.7);
        Read(0x01).ShouldBe((ushort)6000);
    }

    [Fact]
    public void How_the_signal_is_sliced_does_not_matter()
    {
        var other = new Ina226Chip(1, "test") { ShuntNoiseVolts = 0, BusNoiseVolts = 0 };
        for (long at = 0; at < 20_000; at += 130)
        {
            other.Observe(at, Math.Min(at + 130, 20_000), Ramp(at), Ramp(Math.Min(at + 130, 20_000)));
        }

        chip.Observe(0, 20_000, Ramp(0), Ramp(20_000));
        nowUs = 20_000;

        var buffer = new byte[2];
        other.Transfer(nowUs, [0x01], buffer);
        Read(0x01).ShouldBe(BinaryPrimitives.ReadUInt16BigEndian(buffer));

        static MonitorSignal Ramp(long us) => new(us * 1e-6, us * 1e-4);
    }

    [Fact]
    public void Averaging_spreads_a_conversion_over_its_count()
    {
        // 16 averages of shunt and bus at 1.1 ms each: one result every 35.2 ms.
        Write(0x00, 0x4127 | (2 << 9));
        Feed(17_600, 0.010, 3.7);
        Read(0x01).ShouldBe((ushort)0);

        Feed(17_600, 0.020, 3.7);
        Read(0x01).ShouldBe((ushort)6000);
    }

    [Fact]
    public void A_triggered_conversion_happens_once()
    {
        Write(0x00, 0x4120 | 3);
        Feed(5_000, 0.010, 3.7);
        Feed(5_000, 0.020, 3.7);

        Read(0x01).ShouldBe((ushort)4000);
    }

    [Fact]
    public void The_conversion_ready_flag_is_cleared_by_reading_it()
    {
        (Read(0x06) & 0x0008).ShouldBe(0);
        Feed(2_200, 0.010, 3.7);

        (Read(0x06) & 0x0008).ShouldBe(0x0008);
        (Read(0x06) & 0x0008).ShouldBe(0);
    }

    [Fact]
    public void The_reset_bit_brings_the_reset_values_back()
    {
        Write(0x05, 100);
        Write(0x00, 0x8000);

        Read(0x00).ShouldBe((ushort)0x4127);
        Read(0x05).ShouldBe((ushort)0);
    }

    [Fact]
    public void Noise_is_new_in_each_conversion_and_falls_with_averaging()
    {
        SpreadOfShunt(0x4127).ShouldBe(4, 1.5, "4 bits of deviation, unaveraged");
        SpreadOfShunt(0x4127 | (2 << 9)).ShouldBe(1, 0.5, "a quarter of it over 16");
    }

    private static double SpreadOfShunt(ushort configuration)
    {
        var noisy = new Ina226Chip(1, "noisy") { ShuntNoiseVolts = 10e-6 };
        noisy.Transfer(0, [0, (byte)(configuration >> 8), (byte)configuration], []);
        var values = new List<double>();
        var buffer = new byte[2];
        for (int i = 0; i < 200; i++)
        {
            var signal = new MonitorSignal(0.010, 3.7);
            noisy.Observe(i * 35_200L, (i + 1) * 35_200L, signal, signal);
            noisy.Transfer((i + 1) * 35_200L, [0x01], buffer);
            values.Add(BinaryPrimitives.ReadInt16BigEndian(buffer));
        }

        double mean = values.Average();
        return Math.Sqrt(values.Average(x => (x - mean) * (x - mean)));
    }

    private void Feed(long us, double shuntVolts, double busVolts)
    {
        var signal = new MonitorSignal(shuntVolts, busVolts);
        chip.Observe(nowUs, nowUs + us, signal, signal);
        nowUs += us;
    }

    private ushort Read(byte register)
    {
        var buffer = new byte[2];
        chip.Transfer(nowUs, [register], buffer);
        return BinaryPrimitives.ReadUInt16BigEndian(buffer);
    }

    private void Write(byte register, int value) => chip.Transfer(nowUs, [register, (byte)(value >> 8), (byte)value], []);
}
