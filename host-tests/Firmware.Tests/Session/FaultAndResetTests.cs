using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Firmware.Tests.Session;

public class FaultAndResetTests
{
    [Fact]
    public void A_trip_ends_the_session_in_Error()
    {
        var rig = new SessionRig();
        rig.StartAndGetReady();
        rig.Heater.FaultRow = 5;
        rig.Step();
        rig.State.ShouldBe(HolderState.Error);
        rig.Machine.LastEndReason.ShouldBe(SessionEndReason.Fault);
        rig.Machine.Demand.Phase.ShouldBe(HeatPhase.Off);
        rig.Machine.Status.FaultRow.ShouldBe(5);
        rig.Usage.LatchedFaultRow.ShouldBe(0);
    }

    [Fact]
    public void A_deliberate_start_releases_a_trip_when_the_button_is_let_go()
    {
        var rig = Tripped(latched: false);
        rig.Inputs.ButtonPressed = true;
        rig.Run(2);
        rig.State.ShouldBe(HolderState.Error);
        rig.Inputs.ButtonPressed = false;
        rig.Step();
        rig.ReleaseRequested.ShouldBeTrue();
        rig.State.ShouldBe(HolderState.Preheat);
        rig.Heater.FaultRow = 0;
        rig.Run(1);
        rig.ReleaseRequested.ShouldBeFalse();
        rig.State.ShouldBe(HolderState.Preheat);
    }

    [Fact]
    public void A_trip_that_is_not_released_ends_the_new_start_at_once()
    {
        var rig = Tripped(latched: false);
        rig.Hold(1.1);
        rig.Step();
        rig.State.ShouldBe(HolderState.Error);
        rig.Machine.Demand.Phase.ShouldBe(HeatPhase.Off);
    }

    [Fact]
    public void The_press_that_wanted_to_stop_a_tripping_session_starts_no_new_one()
    {
        var rig = new SessionRig();
        rig.StartAndGetReady();
        rig.Inputs.ButtonPressed = true;
        rig.Run(0.5);
        rig.Heater.FaultRow = 5;
        rig.Run(2);
        rig.Inputs.ButtonPressed = false;
        rig.Run(1);
        rig.State.ShouldBe(HolderState.Error);
    }

    [Fact]
    public void A_lock_out_is_kept_for_the_next_power_on_and_no_start_releases_it()
    {
        var rig = Tripped(latched: true);
        rig.Usage.LatchedFaultRow.ShouldBe(5);
        rig.Usage.Dirty.ShouldBeTrue();
        rig.Hold(1.1);
        rig.State.ShouldBe(HolderState.Error);
        rig.ReleaseRequested.ShouldBeFalse();
        rig.Machine.LastRefusal.ShouldBe(StartRefusal.Fault);
    }

    [Fact]
    public void Ten_seconds_of_button_switch_the_heater_off_and_ask_for_release_for_one_step()
    {
        var rig = new SessionRig();
        rig.InsertStick();
        rig.Inputs.ButtonPressed = true;
        rig.Run(1.1);
        rig.State.ShouldBe(HolderState.Preheat);
        rig.RunUntil(HolderState.Reset, 10).ShouldBeTrue();
        rig.ReleaseRequested.ShouldBeTrue();
        rig.Machine.Demand.Phase.ShouldBe(HeatPhase.Off);
        rig.Machine.LastEndReason.ShouldBe(SessionEndReason.User);
        rig.Step();
        rig.ReleaseRequested.ShouldBeFalse();
        rig.Run(2.9);
        rig.State.ShouldBe(HolderState.Reset);
        rig.Inputs.ButtonPressed = false;
        rig.Run(0.2);
        rig.State.ShouldNotBe(HolderState.Reset);
        rig.State.ShouldNotBe(HolderState.Preheat);
    }

    [Fact]
    public void A_reset_of_a_tripped_holder_does_not_start_it_on_the_way()
    {
        var rig = Tripped(latched: false);
        rig.Inputs.ButtonPressed = true;
        rig.Run(9.9);
        rig.State.ShouldBe(HolderState.Error);
        rig.RunUntil(HolderState.Reset, 1).ShouldBeTrue();
        rig.Heater.FaultRow = 0;
        rig.Inputs.ButtonPressed = false;
        rig.Run(4);
        rig.State.ShouldNotBe(HolderState.Error);
        rig.Machine.Demand.Phase.ShouldBe(HeatPhase.Off);
    }

    [Fact]
    public void A_button_that_is_down_at_power_on_counts_for_nothing_until_released()
    {
        var decoder = new ButtonDecoder();
        for (int i = 0; i < 1000; i++)
        {
            decoder.Step(20, true).ShouldBe(HandActs.None);
        }

        decoder.Step(20, false).ShouldBe(HandActs.None);
        decoder.Step(20, true).ShouldBe(HandActs.Press);
    }

    private static SessionRig Tripped(bool latched)
    {
        var rig = new SessionRig();
        rig.StartAndGetReady();
        rig.Heater.FaultRow = 5;
        rig.Heater.FaultLatched = latched;
        rig.Run(1);
        rig.State.ShouldBe(HolderState.Error);
        return rig;
    }
}
