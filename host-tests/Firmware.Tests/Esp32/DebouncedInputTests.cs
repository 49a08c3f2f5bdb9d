using System.Device.Gpio;
using IqosDevice.Firmware.Esp32;
using IqosDevice.NanoFramework.Host;
using IqosDevice.NanoFramework.Tests;

namespace IqosDevice.Firmware.Tests.Esp32;

public sealed class DebouncedInputTests
{
    private readonly FakeBoard board = new();

    [Theory]
    [InlineData("1111", "0000")]
    [InlineData("0000", "0011")] // low is active; believed at the third sample
    [InlineData("01010101", "00000000")] // bouncing is never believed
    [InlineData("001000", "000001")]
    [InlineData("0001110", "0011100")] // so does a release
    public void A_level_is_believed_after_three_equal_samples(string levels, string expected)
    {
        using HostBoard.Scope scope = board.Enter();
        board.Levels[33] = true;
        var input = new DebouncedInput(new GpioController(), 33);

        string seen = string.Empty;
        foreach (char level in levels)
        {
            board.Levels[33] = level == '1';
            input.Sample();
            seen += input.Active ? '1' : '0';
        }

        seen.ShouldBe(expected);
    }

    [Fact]
    public void A_contact_closed_at_power_on_is_active_from_the_start()
    {
        using HostBoard.Scope scope = board.Enter();
        board.Levels[13] = false;

        new DebouncedInput(new GpioController(), 13).Active.ShouldBeTrue();
    }
}
