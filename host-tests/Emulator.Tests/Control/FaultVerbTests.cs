using System.Text.Json;

namespace IqosDevice.Emulator.Tests.Control;

public sealed class FaultVerbTests : IDisposable
{
    private readonly ControlRig rig = new();

    public void Dispose() => rig.Dispose();

    [Fact]
    public void A_fault_is_injected_listed_and_cleared()
    {
        rig.Result("{\"verb\":\"injectFault\",\"name\":\"second-sensor.wrong\",\"amount\":30}");
        Active(rig.Result("{\"verb\":\"listFaults\"}")).ShouldBe(["second-sensor.wrong"]);
        rig.Advance(TimeSpan.FromSeconds(0.1));
        ((double)rig.Holder.Firmware.Inputs.ThermocoupleCelsius).ShouldBe(55, 2);

        Active(rig.Result("{\"verb\":\"clearFaults\"}")).ShouldBeEmpty();
        rig.Advance(TimeSpan.FromSeconds(0.1));
        ((double)rig.Holder.Firmware.Inputs.ThermocoupleCelsius).ShouldBe(25, 2);
    }

    [Fact]
    public void One_channel_is_cleared_by_its_name()
    {
        rig.Result("{\"verb\":\"injectFault\",\"name\":\"gate.off\"}");
        rig.Result("{\"verb\":\"injectFault\",\"name\":\"clock.off\"}");

        Active(rig.Result("{\"verb\":\"clearFaults\",\"channel\":\"gate\"}")).ShouldBe(["clock.off"]);
        rig.Error("{\"verb\":\"clearFaults\",\"channel\":\"gate\"}").ShouldContain("nothing is wrong");
    }

    [Theory]
    [InlineData("{\"verb\":\"injectFault\",\"name\":\"gate.broken\"}", "gate.stuck")]
    [InlineData("{\"verb\":\"injectFault\",\"name\":\"clock-fast\",\"amount\":99}", "1 to 10")]
    [InlineData("{\"verb\":\"injectFault\",\"name\":\"gate.off\",\"amount\":1}", "no amount")]
    [InlineData("{\"verb\":\"injectFault\",\"name\":7}", "the name of a fault")]
    [InlineData("{\"verb\":\"injectFault\"}", "name")]
    public void What_cannot_be_injected_is_answered_with_what_can(string request, string answer)
    {
        rig.Error(request).ShouldContain(answer);
        rig.Holder.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void The_catalogue_tells_name_channel_kind_and_amount()
    {
        JsonElement slow = rig.Result("{\"verb\":\"listFaults\"}").GetProperty("catalogue").EnumerateArray()
            .Single(fault => fault.GetProperty("name").GetString() == "second-sensor.slow");

        slow.GetProperty("channel").GetString().ShouldBe("second-sensor");
        slow.GetProperty("kind").GetString().ShouldBe("slow");
        slow.GetProperty("amount").GetProperty("unit").GetString().ShouldBe("s");
    }

    private static string?[] Active(JsonElement result) =>
        [.. result.GetProperty("active").EnumerateArray().Select(name => name.GetString())];
}
