using System.Device.Pwm;
using IqosDevice.NanoFramework.Host;
using nanoFramework.Hardware.Esp32;

namespace IqosDevice.NanoFramework.Tests.Pwm;

public sealed class PwmChannelTests
{
    private readonly FakeBoard board = new();

    [Fact]
    public void A_pin_without_a_PWM_function_gives_null_and_no_exception()
    {
        using HostBoard.Scope scope = board.Enter();
        Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);

        PwmChannel.CreateFromPin(25).ShouldBeNull();
        PwmChannel.CreateFromPin(21).ShouldBeNull();
        board.PwmPins.ShouldBeEmpty();
    }

    [Fact]
    public void A_mapped_pin_runs_after_start_and_falls_after_stop()
    {
        using HostBoard.Scope scope = board.Enter();
        PwmChannel channel = Open(0.25);
        board.PwmPins[25].ShouldBe((20000, 2500, false));

        channel.Start();
        board.PwmPins[25].ShouldBe((20000, 2500, true));

        channel.Stop();
        board.PwmPins[25].ShouldBe((20000, 2500, false));
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.00009, 0)]
    [InlineData(0.00019, 1)]
    [InlineData(0.5, 5000)]
    [InlineData(1.0, 10000)]
    public void The_duty_is_cut_off_to_a_ten_thousandth(double duty, int expected)
    {
        using HostBoard.Scope scope = board.Enter();

        Open(0).DutyCycle = duty;

        board.PwmPins[25].Duty.ShouldBe(expected);
    }

    [Theory]
    [InlineData(-0.001)]
    [InlineData(1.001)]
    [InlineData(double.NaN)]
    public void A_duty_outside_0_to_1_throws_and_changes_nothing(double duty)
    {
        using HostBoard.Scope scope = board.Enter();
        PwmChannel channel = Open(0.5);

        Should.Throw<ArgumentOutOfRangeException>(() => channel.DutyCycle = duty);

        board.PwmPins[25].Duty.ShouldBe(5000);
    }

    private static PwmChannel Open(double duty)
    {
        Configuration.SetPinFunction(25, DeviceFunction.PWM1);
        return PwmChannel.CreateFromPin(25, 20000, duty).ShouldNotBeNull();
    }
}
