using IqosDevice.Emulator.Board;

namespace IqosDevice.Emulator.Tests.Board;

public sealed class Ds3231ChipTests
{
    private const long SecondUs = 1_000_000;

    private readonly Ds3231Chip chip = new();

    [Fact]
    public void Time_begins_at_the_fixed_epoch_a_thursday()
    {
        ReadTime(0).ShouldBe([0x00, 0x00, 0x00, 0x05, 0x01, 0x01, 0x26]);
    }

    [Fact]
    public void Time_counts_in_binary_coded_decimals()
    {
        long us = ((((((58L * 24) + 23) * 60) + 59) * 60) + 58) * SecondUs;

        ReadTime(us).ShouldBe([0x58, 0x59, 0x23, 0x07, 0x28, 0x02, 0x26]);
        ReadTime(us + (2 * SecondUs)).ShouldBe([0x00, 0x00, 0x00, 0x01, 0x01, 0x03, 0x26], "2026 has no 29 February");
    }

    [Fact]
    public void A_time_that_is_written_counts_on_from_there()
    {
        chip.Transfer(10 * SecondUs, [0x00, 0x30, 0x59, 0x11, 0x01, 0x31, 0x12, 0x30], []);

        ReadTime(41 * SecondUs)[..3].ShouldBe([0x01, 0x00, 0x12]);
        chip.TimeAt(41 * SecondUs).ShouldBe(new DateTime(2030, 12, 31, 12, 0, 1, DateTimeKind.Utc));
    }

    [Fact]
    public void Twelve_hour_mode_is_understood()
    {
        chip.Transfer(0, [0x02, 0x72], []);
        chip.TimeAt(0).Hour.ShouldBe(12, "12 PM");

        chip.Transfer(0, [0x02, 0x52], []);
        chip.TimeAt(0).Hour.ShouldBe(0, "12 AM");
    }

    [Fact]
    public void Impossible_digits_are_clamped()
    {
        chip.Transfer(0, [0x00, 0x7F, 0x7F, 0x3F, 0x07, 0x3F, 0x1F, 0xFF], []);

        chip.TimeAt(0).ShouldBe(new DateTime(2099, 12, 31, 23, 59, 59, DateTimeKind.Utc));
    }

    [Fact]
    public void The_pointer_wraps_and_the_temperature_counts_in_quarters()
    {
        chip.Celsius = -1.25;
        var buffer = new byte[3];
        chip.Transfer(7 * SecondUs, [0x11], buffer);

        buffer.ShouldBe([0xFE, 0xC0, 0x07]);
    }

    [Fact]
    public void A_drifting_crystal_gains_its_parts_per_million()
    {
        chip.DriftPpm = 50_000;

        chip.TimeAt(100 * SecondUs).ShouldBe(new DateTime(2026, 1, 1, 0, 1, 45, DateTimeKind.Utc));
    }

    private byte[] ReadTime(long nowUs)
    {
        var buffer = new byte[7];
        chip.Transfer(nowUs, [0x00], buffer);
        return buffer;
    }
}
