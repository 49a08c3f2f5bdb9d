using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Checkers;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Emulator.Tests.Holder;

/// <summary>The firmware stalls while its PWM runs on: what the hardware makes of it, and what the checker says.</summary>
public sealed class ProtectionTests : IDisposable
{
    private readonly VirtualHolder holder = VirtualHolder.Start();
    private readonly InvariantChecker checker = new();

    public ProtectionTests()
    {
        holder.Observe(checker);
        holder.InsertStick();
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.HoldButton(TimeSpan.FromSeconds(1.2));
        holder.RunUntil(h => h.Plant.HeaterCelsius > 200, TimeSpan.FromSeconds(10)).ShouldBeTrue();
        holder.Firmware.State.ShouldBe(HolderState.Preheat);
    }

    public void Dispose() => holder.Dispose();

    [Fact]
    public void The_dead_man_ends_the_heat_within_200_ms_of_a_stall()
    {
        holder.FirmwareStalled = true;
        holder.Advance(TimeSpan.FromMilliseconds(220));
        double joules = holder.Plant.HeaterJoules;
        holder.Board.PowerStage.Duty.ShouldBeGreaterThan(0, "the PWM runs on");

        holder.Advance(TimeSpan.FromSeconds(10));

        holder.Plant.HeaterJoules.ShouldBe(joules);
        holder.Board.PowerStage.OverTemperatureTripped.ShouldBeFalse();
        checker.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void With_the_dead_man_broken_the_comparator_ends_the_heat()
    {
        holder.Board.PowerStage.Defects = PowerStageDefects.DeadManDead;
        holder.FirmwareStalled = true;

        holder.Advance(TimeSpan.FromSeconds(30));

        holder.Board.PowerStage.OverTemperatureTripped.ShouldBeTrue();
        holder.Board.PowerStage.Conducts.ShouldBeFalse();
    }

    [Fact]
    public void With_both_broken_the_heater_runs_away_and_the_checker_says_so()
    {
        holder.Board.PowerStage.Defects = PowerStageDefects.DeadManDead | PowerStageDefects.ComparatorDead;
        holder.FirmwareStalled = true;

        holder.Advance(TimeSpan.FromSeconds(30));

        checker.Violations.ShouldContain(violation => violation.Contains("above 420", StringComparison.Ordinal));
    }

    [Fact]
    public void Heat_outside_of_a_session_is_a_violation()
    {
        holder.HoldButton(TimeSpan.FromSeconds(1.2));
        holder.RunUntil(h => !h.Firmware.IsHeatingState, TimeSpan.FromSeconds(3)).ShouldBeTrue();
        holder.Advance(TimeSpan.FromSeconds(1));
        checker.Violations.ShouldBeEmpty();

        holder.Board.PowerStage.Defects = PowerStageDefects.LoadSwitchWelded | PowerStageDefects.TransistorShorted;
        holder.Advance(TimeSpan.FromSeconds(0.1));

        checker.Violations.ShouldContain(violation => violation.Contains("heat outside of a session", StringComparison.Ordinal));
    }

    [Fact]
    public void A_power_cycle_in_a_session_ends_the_heat_and_the_session_does_not_come_back()
    {
        holder.PowerCycle();
        holder.Advance(TimeSpan.FromSeconds(3));

        holder.Board.PowerStage.Conducts.ShouldBeFalse();
        holder.Firmware.IsHeatingState.ShouldBeFalse();
        checker.Violations.ShouldBeEmpty();
    }
}
