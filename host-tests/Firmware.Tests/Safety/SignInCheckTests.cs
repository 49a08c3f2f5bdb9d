using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Core.Safety;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Firmware.Tests.Safety;

/// <summary>Row 30: the heartbeat is that of a loop of which every part has done its work, not of any thread that runs.</summary>
public sealed class SignInCheckTests
{
    private const long NowMs = 10_000;

    [Theory]
    [InlineData(0, 0, 0, false)]
    [InlineData(250, 250, 1000, false)]
    [InlineData(251, 0, 0, true)]
    [InlineData(0, 251, 0, true)]
    [InlineData(0, 0, 1001, true)]
    [InlineData(-1, 0, 0, true)]
    public void Sampling_state_machine_and_slow_checks_each_sign_in(int sampleAgeMs, int demandAgeMs, int roundAgeMs, bool fires)
    {
        var context = new SafetyContext(new Settings());
        var inputs = new BoardInputs { ThermocoupleSampleMs = NowMs - sampleAgeMs };
        var demand = new HeatDemand { ConfirmedMs = NowMs - demandAgeMs };
        context.Observe(NowMs, inputs, demand, appliedPermille: 0);
        context.RoundMs = NowMs - roundAgeMs;

        SignInCheck.Step(context).ShouldBe(fires);
    }

    [Fact]
    public void Without_fresh_samples_there_is_no_heartbeat_until_they_come_again()
    {
        SupervisorBench bench = new();
        bench.Step(0);
        bench.Supervisor.Heartbeat.ShouldBeTrue();
        bench.SampleAgeMs = 260;
        bench.Step(0);
        bench.Supervisor.Heartbeat.ShouldBeFalse();
        bench.Supervisor.FaultRow.ShouldBe(0);
        bench.SampleAgeMs = 0;
        bench.Step(0);
        bench.Supervisor.Heartbeat.ShouldBeTrue();
    }

    [Fact]
    public void Without_a_state_machine_there_is_none_either()
    {
        SupervisorBench bench = new();
        bench.Step(0, demandStays: false);
        bench.Supervisor.Heartbeat.ShouldBeFalse();
        bench.Step(0);
        bench.Supervisor.Heartbeat.ShouldBeTrue();
    }
}
