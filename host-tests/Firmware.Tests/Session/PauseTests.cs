using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Firmware.Tests.Session;

public class PauseTests
{
    [Fact]
    public void A_short_press_pauses_at_150_degrees_and_another_resumes_with_the_time_stopped()
    {
        var rig = Ready();
        rig.Run(100);
        int secondsLeft = rig.Machine.Status.SecondsLeft;
        rig.ShortPress();
        rig.State.ShouldBe(HolderState.Paused);
        rig.Machine.Demand.Phase.ShouldBe(HeatPhase.Paused);
        rig.Machine.Demand.SetpointCelsius.ShouldBe(150);
        rig.Machine.Status.Paused.ShouldBeTrue();
        rig.Machine.Status.HeaterOn.ShouldBeTrue();
        rig.Run(200);
        rig.ShortPress();
        rig.State.ShouldBe(HolderState.Session);
        rig.Machine.Status.SecondsLeft.ShouldBeInRange(secondsLeft - 1, secondsLeft);
        rig.Machine.Demand.SetpointCelsius.ShouldBe(335);
    }

    [Fact]
    public void Without_pause_mode_a_short_press_shows_uses_left()
    {
        var rig = Ready();
        rig.Settings.PauseMode = false;
        rig.TakeCues();
        rig.ShortPress();
        rig.State.ShouldBe(HolderState.Session);
        rig.TakeCues().HasFlag(IndicationCues.UsesLeft).ShouldBeTrue();
    }

    [Fact]
    public void A_model_without_pause_ignores_the_setting()
    {
        var rig = Ready(HolderModelId.IlumaIOne);
        rig.ShortPress();
        rig.State.ShouldBe(HolderState.Session);
    }

    [Fact]
    public void Preheating_cannot_be_paused()
    {
        var rig = new SessionRig();
        rig.Settings.PauseMode = true;
        rig.Start();
        rig.ShortPress();
        rig.State.ShouldBe(HolderState.Preheat);
    }

    [Fact]
    public void Eight_minutes_of_pauses_in_sum_end_the_session()
    {
        var rig = Ready();
        rig.ShortPress();
        rig.Run(300);
        rig.ShortPress();
        rig.Run(5);
        rig.ShortPress();
        rig.Run(178);
        rig.State.ShouldBe(HolderState.Paused);
        rig.Run(3);
        rig.State.ShouldNotBe(HolderState.Paused);
        rig.Machine.LastEndReason.ShouldBe(SessionEndReason.Time);
        rig.Machine.Demand.Phase.ShouldBe(HeatPhase.Off);
    }

    [Fact]
    public void A_pause_is_left_even_where_the_mode_was_switched_off_meanwhile()
    {
        var rig = Ready();
        rig.ShortPress();
        rig.Settings.PauseMode = false;
        rig.ShortPress();
        rig.State.ShouldBe(HolderState.Session);
    }

    [Theory]
    [InlineData("hold", SessionEndReason.User)]
    [InlineData("stick", SessionEndReason.User)]
    [InlineData("dock", SessionEndReason.User)]
    [InlineData("lock", SessionEndReason.User)]
    [InlineData("fault", SessionEndReason.Fault)]
    public void A_pause_ends_as_a_session_does(string act, SessionEndReason reason)
    {
        var rig = Ready();
        rig.ShortPress();
        switch (act)
        {
            case "hold": rig.Hold(1.1); break;
            case "stick": rig.Inputs.StickPresent = false; break;
            case "dock": rig.Inputs.Docked = true; break;
            case "lock": rig.Settings.Locked = true; break;
            default: rig.Heater.FaultRow = 5; break;
        }

        rig.Run(0.2);
        rig.Machine.LastEndReason.ShouldBe(reason);
        rig.Machine.Demand.Phase.ShouldBe(HeatPhase.Off);
    }

    [Fact]
    public void A_pause_in_the_end_warning_comes_back_to_it_without_a_second_warning()
    {
        var rig = Ready();
        rig.RunUntil(HolderState.EndWarning, 400).ShouldBeTrue();
        rig.ShortPress();
        rig.State.ShouldBe(HolderState.Paused);
        rig.TakeCues();
        rig.ShortPress();
        rig.Run(1);
        rig.State.ShouldBe(HolderState.EndWarning);
        rig.TakeCues().HasFlag(IndicationCues.EndWarning).ShouldBeFalse();
    }

    private static SessionRig Ready(HolderModelId model = HolderModelId.IlumaI)
    {
        var rig = new SessionRig(model);
        rig.Settings.PauseMode = true;
        rig.StartAndGetReady();
        return rig;
    }
}
