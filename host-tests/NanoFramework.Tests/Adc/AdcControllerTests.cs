using System.Device.Adc;
using IqosDevice.NanoFramework.Host;

namespace IqosDevice.NanoFramework.Tests.Adc;

public sealed class AdcControllerTests
{
    [Fact]
    public void The_converter_has_12_bits_and_gives_what_it_measures()
    {
        var board = new FakeBoard { AdcValues = { [6] = 1860 } };
        using HostBoard.Scope scope = board.Enter();
        var controller = new AdcController();

        controller.MaxValue.ShouldBe(4095);
        controller.ResolutionInBits.ShouldBe(12);
        controller.OpenChannel(6).ReadValue().ShouldBe(1860);
        Should.Throw<ArgumentOutOfRangeException>(() => controller.OpenChannel(10));
    }
}
