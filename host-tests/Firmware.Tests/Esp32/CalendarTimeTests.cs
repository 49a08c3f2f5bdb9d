using IqosDevice.Firmware.Esp32;

namespace IqosDevice.Firmware.Tests.Esp32;

public sealed class CalendarTimeTests
{
    private static readonly DateTime Epoch = new(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Every_day_to_2099_counts_as_in_the_calendar()
    {
        for (DateTime day = Epoch; day.Year < 2100; day = day.AddDays(1))
        {
            DateTime moment = day.AddSeconds((day.DayOfYear * 12_345) % 86_400);

            CalendarTime.TryDecode(Encode(moment), out uint seconds).ShouldBeTrue();
            seconds.ShouldBe((uint)(moment - Epoch).TotalSeconds);
        }
    }

    [Fact]
    public void The_century_bit_is_not_part_of_the_month()
    {
        byte[] registers = Encode(new DateTime(2026, 1, 1, 12, 34, 56, DateTimeKind.Utc));
        registers[5] |= 0x80;

        CalendarTime.TryDecode(registers, out uint seconds).ShouldBeTrue();
        seconds.ShouldBe(504_966_896U);
    }

    [Theory]
    [InlineData(0, 0x60)]
    [InlineData(1, 0x6A)]
    [InlineData(2, 0x24)]
    [InlineData(4, 0x00)]
    [InlineData(4, 0x32)]
    [InlineData(5, 0x13)]
    [InlineData(5, 0x00)]
    [InlineData(6, 0x09)]
    [InlineData(6, 0xA0)]
    public void A_field_out_of_range_is_no_time(int register, byte value)
    {
        byte[] registers = Encode(Epoch);
        registers[register] = value;

        CalendarTime.TryDecode(registers, out _).ShouldBeFalse();
    }

    private static byte[] Encode(DateTime time) =>
    [
        Bcd(time.Second), Bcd(time.Minute), Bcd(time.Hour), 1, Bcd(time.Day), Bcd(time.Month), Bcd(time.Year % 100),
    ];

    private static byte Bcd(int value) => (byte)(((value / 10) << 4) | (value % 10));
}
