using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Safety;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Firmware.Tests.Safety;

/// <summary>Row 34: a stick that was pushed in in a bag heats for nobody.</summary>
public sealed class UnconfirmedStartCheckTests
{
    private const int UnusedTicks = 1500;

    private readonly SupervisorBench bench = new(held: false);

    public UnconfirmedStartCheckTests()
    {
        bench.Settings.AutoStart = true;
        bench.Heat(HeatPhase.Preheat, 345);
        bench.Run(900, 300);
        bench.Heat(HeatPhase.Hold, 335);
    }

    [Fact]
    public void No_puff_within_thirty_seconds_of_Ready_ends_the_heat()
    {
        bench.Run(UnusedTicks - SlowChecks.TurnCount, 300);
        bench.Supervisor.DutyPermille.ShouldBe(300);
        bench.Run(3 * SlowChecks.TurnCount, 300);
        bench.Supervisor.DutyPermille.ShouldBe(0);
        bench.Supervisor.RefusingRow.ShouldBe(UnconfirmedStartCheck.Row);
        bench.Supervisor.FaultRow.ShouldBe(0);

        // A puff comes too late; the next session is another one.
        bench.Puffs = 1;
        bench.Heat(HeatPhase.Off, 0);
        bench.Run(SlowChecks.TurnCount);
        bench.Puffs = 0;
        bench.Heat(HeatPhase.Preheat, 345);
        bench.Step(300).ShouldBe(300);
    }

    [Fact]
    public void A_puff_confirms()
    {
        bench.Run(UnusedTicks / 2, 300);
        bench.Puffs = 1;
        bench.Run(UnusedTicks, 300);
        bench.Supervisor.DutyPermille.ShouldBe(300);
    }

    [Fact]
    public void A_press_of_the_button_confirms()
    {
        bench.Run(UnusedTicks / 2, 300);
        bench.Inputs.ButtonPressed = true;
        bench.Run(10, 300);
        bench.Inputs.ButtonPressed = false;
        bench.Run(2 * UnusedTicks, 300);
        bench.Supervisor.DutyPermille.ShouldBe(300);
    }

    [Fact]
    public void A_session_that_the_button_began_is_confirmed()
    {
        var held = new SupervisorBench();
        held.Settings.AutoStart = true;
        held.Heat(HeatPhase.Preheat, 345);
        held.Run(900, 300);
        held.Heat(HeatPhase.Hold, 335);
        held.Run(2 * UnusedTicks, 300);
        held.Supervisor.DutyPermille.ShouldBe(300);
    }

    [Fact]
    public void The_holder_ends_such_a_session_and_stays_ready_for_another()
    {
        using VirtualHolder holder = VirtualHolder.Start(new HolderOptions());
        holder.Firmware.Settings!.AutoStart = true;
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.InsertStick();
        holder.RunUntil(static h => h.Firmware.State == HolderState.Session, TimeSpan.FromSeconds(40)).ShouldBeTrue();
        holder.Advance(TimeSpan.FromSeconds(29));
        holder.Firmware.IsHeatingState.ShouldBeTrue();
        holder.Advance(TimeSpan.FromSeconds(3));
        holder.Firmware.IsHeatingState.ShouldBeFalse();
        holder.Firmware.LastEndReason.ShouldBe(SessionEndReason.Time);
        holder.Firmware.FaultRow.ShouldBe(0);
    }
}
