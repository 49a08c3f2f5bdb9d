using System.Device.Gpio;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Esp32;
using IqosDevice.NanoFramework.Host;
using IqosDevice.NanoFramework.Tests;
using nanoFramework.Hardware.Esp32;

namespace IqosDevice.Firmware.Tests.Esp32;

public sealed class OutputTests
{
    private readonly FakeBoard board = new();

    [Fact]
    public void Every_permille_reaches_the_channel_exactly()
    {
        using HostBoard.Scope scope = board.Enter();
        var output = new PwmOutput(25, DeviceFunction.PWM1, 20_000);
        output.IsAvailable.ShouldBeTrue();

        for (int permille = 1000; permille >= 0; permille--)
        {
            output.Set(permille);
            board.PwmPins[25].ShouldBe((20_000, permille * 10, true));
        }
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(int.MinValue, 0)]
    [InlineData(1001, 10_000)]
    [InlineData(int.MaxValue, 10_000)]
    public void A_duty_beyond_the_range_is_taken_to_its_end(int permille, int expected)
    {
        using HostBoard.Scope scope = board.Enter();
        var output = new PwmOutput(25, DeviceFunction.PWM1, 20_000);
        output.Set(500);

        output.Set(permille);

        board.PwmPins[25].Duty.ShouldBe(expected);
    }

    [Fact]
    public void The_heater_starts_off_and_follows_the_outputs()
    {
        using HostBoard.Scope scope = board.Enter();
        var heater = new HeaterOutput(new GpioController());
        board.Levels[Pins.LoadSwitch].ShouldBeFalse();
        board.PwmPins[Pins.HeaterPwm].ShouldBe((20_000, 0, true));

        heater.Apply(new BoardOutputs { LoadSwitchOn = true, HeaterDutyPermille = 420 });
        board.Levels[Pins.LoadSwitch].ShouldBeTrue();
        board.PwmPins[Pins.HeaterPwm].Duty.ShouldBe(4200);

        heater.Off();
        board.Levels[Pins.LoadSwitch].ShouldBeFalse();
        board.PwmPins[Pins.HeaterPwm].Duty.ShouldBe(0);
    }

    [Fact]
    public void An_open_load_switch_takes_the_duty_away()
    {
        using HostBoard.Scope scope = board.Enter();
        var heater = new HeaterOutput(new GpioController());

        heater.Apply(new BoardOutputs { LoadSwitchOn = false, HeaterDutyPermille = 420 });

        board.PwmPins[Pins.HeaterPwm].Duty.ShouldBe(0);
    }

    [Fact]
    public void The_heartbeat_toggles_only_when_told()
    {
        using HostBoard.Scope scope = board.Enter();
        var heater = new HeaterOutput(new GpioController());
        List<bool> levels = [];

        foreach (bool beat in new[] { true, true, false, false, true })
        {
            heater.Apply(new BoardOutputs { Heartbeat = beat });
            levels.Add(board.Levels[Pins.Heartbeat]);
        }

        levels.ShouldBe([true, false, false, false, true]);
    }
}
