using System.Device.Gpio;
using IqosDevice.NanoFramework.Host;

namespace IqosDevice.NanoFramework.Tests.Gpio;

public sealed class GpioControllerTests
{
    private readonly FakeBoard board = new();

    [Fact]
    public void An_output_drives_its_pin_and_toggles()
    {
        using HostBoard.Scope scope = board.Enter();
        GpioPin pin = new GpioController().OpenPin(27, PinMode.Output);
        board.OutputPins[27].ShouldBeTrue();

        pin.Write(PinValue.High);
        board.Levels[27].ShouldBeTrue();

        pin.Toggle();
        board.Levels[27].ShouldBeFalse();
    }

    [Fact]
    public void An_input_shows_the_boards_level_and_cannot_be_written()
    {
        using HostBoard.Scope scope = board.Enter();
        GpioPin pin = new GpioController().OpenPin(33, PinMode.InputPullUp);
        board.OutputPins[33].ShouldBeFalse();
        pin.Read().ShouldBe(PinValue.Low);

        board.Levels[33] = true;
        pin.Read().ShouldBe(PinValue.High);

        Should.Throw<InvalidOperationException>(() => pin.Write(PinValue.Low));
        board.Levels[33].ShouldBeTrue();
    }

    [Fact]
    public void A_pin_opens_once_whichever_controller_asks()
    {
        using HostBoard.Scope scope = board.Enter();
        GpioPin pin = new GpioController().OpenPin(4, PinMode.Input);
        var other = new GpioController();

        Should.Throw<InvalidOperationException>(() => other.OpenPin(4, PinMode.Input));

        pin.Dispose();
        other.OpenPin(4, PinMode.Input).PinNumber.ShouldBe(4);
    }

    [Fact]
    public void The_chip_ends_at_GPIO_39()
    {
        using HostBoard.Scope scope = board.Enter();

        Should.Throw<ArgumentOutOfRangeException>(() => new GpioController().OpenPin(40));
    }
}
