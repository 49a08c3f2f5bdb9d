using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Protocol;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Firmware.Tests.Session;

public class SessionMachineTests
{
    [Fact]
    public void Boots_into_Ready_and_demands_no_heat()
    {
        var rig = new SessionRig();
        rig.State.ShouldBe(HolderState.Ready);
        rig.Machine.Demand.Phase.ShouldBe(HeatPhase.Off);
        rig.Machine.Demand.SetpointCelsius.ShouldBe(0);
        rig.Machine.Status.HeaterOn.ShouldBeFalse();
    }

    [Fact]
    public void A_stick_is_shown_and_heats_nothing_while_auto_start_is_off()
    {
        var rig = new SessionRig();
        rig.InsertStick();
        rig.Run(10);
        rig.State.ShouldBe(HolderState.StickInserted);
        rig.Machine.Demand.Phase.ShouldBe(HeatPhase.Off);
    }

    [Fact]
    public void Auto_start_heats_when_a_stick_is_inserted()
    {
        var rig = new SessionRig();
        rig.Settings.AutoStart = true;
        rig.InsertStick();
        rig.State.ShouldBe(HolderState.Preheat);
    }

    [Fact]
    public void A_stick_that_is_in_at_power_on_starts_nothing()
    {
        var rig = new SessionRig();
        var second = new SessionMachine(new HolderModel(HolderModelId.IlumaI), rig.Settings, rig.Usage, rig.Log, rig.Gauge,
            rig.Requests);
        rig.Settings.AutoStart = true;
        rig.Inputs.StickPresent = true;
        for (int i = 1; i < 500; i++)
        {
            second.Sense(i * 20, rig.Inputs);
            second.Decide(i * 20, rig.Inputs, rig.Heater);
            second.Report(i * 20, rig.Inputs, rig.Heater);
        }

        second.Status.State.ShouldBe(HolderState.StickInserted);
    }

    [Theory]
    [InlineData(HolderModelId.Iluma)]
    [InlineData(HolderModelId.IlumaPrime)]
    [InlineData(HolderModelId.IlumaOne)]
    public void Models_without_auto_start_ignore_the_setting(HolderModelId model)
    {
        var rig = new SessionRig(model);
        rig.Settings.AutoStart = true;
        rig.InsertStick();
        rig.State.ShouldBe(HolderState.StickInserted);
    }

    [Fact]
    public void A_second_of_button_starts_and_less_does_not()
    {
        var rig = new SessionRig();
        rig.InsertStick();
        rig.Hold(0.9);
        rig.State.ShouldBe(HolderState.StickInserted);
        rig.Hold(1.1);
        rig.State.ShouldBe(HolderState.Preheat);
        rig.Machine.Demand.Phase.ShouldBe(HeatPhase.Preheat);
        rig.Machine.Demand.SetpointCelsius.ShouldBe(345);
        rig.Machine.Demand.ConfirmedMs.ShouldBe(rig.NowMs);
        rig.Machine.Status.HeaterOn.ShouldBeTrue();
    }

    [Fact]
    public void Ready_comes_after_18_seconds_of_soaking_at_the_set_point()
    {
        var rig = new SessionRig();
        rig.Start();
        long startMs = rig.Machine.Demand.SessionStartMs;
        rig.RunUntil(HolderState.Session, 60).ShouldBeTrue();
        (rig.NowMs - startMs).ShouldBeInRange(18000, 18100);
        rig.Usage.TotalUses.ShouldBe(1u);
        rig.Usage.DaysUsed.ShouldBe(1u);
        rig.Usage.LastUseDay.ShouldBe(100u);
        rig.TakeCues().HasFlag(IndicationCues.Ready).ShouldBeTrue();
    }

    [Theory]
    [InlineData(341.5f, true)]
    [InlineData(348.5f, true)]
    [InlineData(345f, false)]
    [InlineData(float.NaN, true)]
    [InlineData(float.PositiveInfinity, true)]
    public void Without_a_valid_temperature_near_the_set_point_there_is_no_Ready_and_the_session_ends(float celsius, bool valid)
    {
        var rig = new SessionRig();
        rig.Start();
        rig.Script(celsius, valid);
        rig.Run(50);
        rig.State.ShouldBe(HolderState.Preheat);
        rig.Run(15);
        rig.State.ShouldBe(HolderState.Cooling);
        rig.Machine.LastEndReason.ShouldBe(SessionEndReason.Fault);
        rig.Usage.TotalUses.ShouldBe(0u);
    }

    [Fact]
    public void A_session_ends_by_time_after_six_minutes_with_a_warning_at_thirty_seconds()
    {
        var rig = new SessionRig();
        rig.StartAndGetReady();
        long readyMs = rig.NowMs;
        rig.TakeCues();
        rig.RunUntil(HolderState.EndWarning, 400).ShouldBeTrue();
        (rig.NowMs - readyMs).ShouldBe(330000);
        rig.Machine.Status.SecondsLeft.ShouldBe(30);
        rig.Machine.Status.EndWarning.ShouldBeTrue();
        rig.TakeCues().HasFlag(IndicationCues.EndWarning).ShouldBeTrue();
        rig.RunUntil(HolderState.Cooling, 400).ShouldBeTrue();
        (rig.NowMs - readyMs).ShouldBe(360000);
        rig.TakeCues().HasFlag(IndicationCues.EndWarning).ShouldBeFalse();
        rig.Machine.LastEndReason.ShouldBe(SessionEndReason.Time);
        rig.Machine.Demand.Phase.ShouldBe(HeatPhase.Off);
    }

    [Fact]
    public void A_session_ends_with_the_fourteenth_puff_and_warns_two_puffs_before()
    {
        var rig = new SessionRig();
        rig.StartAndGetReady();
        for (int puff = 1; puff <= 11; puff++)
        {
            rig.Puff();
            rig.State.ShouldBe(HolderState.Session);
        }

        rig.Puff();
        rig.State.ShouldBe(HolderState.EndWarning);
        rig.Machine.Status.PuffsLeft.ShouldBe(2);
        rig.Puff();
        rig.Heater.Puffing = true;
        rig.Heater.PuffCount++;
        rig.Run(1.5);
        rig.State.ShouldBe(HolderState.EndWarning, "the last puff is not cut off");
        rig.Heater.Puffing = false;
        rig.Step();
        rig.State.ShouldBe(HolderState.Cooling);
        rig.Machine.LastEndReason.ShouldBe(SessionEndReason.Puffs);
        rig.Machine.PuffsTaken.ShouldBe(14);
    }

    [Fact]
    public void A_puff_that_never_ends_does_not_keep_the_session_alive()
    {
        var rig = new SessionRig();
        rig.StartAndGetReady();
        for (int puff = 1; puff <= 13; puff++)
        {
            rig.Puff();
        }

        rig.Heater.Puffing = true;
        rig.Heater.PuffCount++;
        rig.Run(7);
        rig.Machine.LastEndReason.ShouldBe(SessionEndReason.Puffs);
    }

    [Fact]
    public void Puffs_before_Ready_do_not_count()
    {
        var rig = new SessionRig();
        rig.Start();
        rig.Heater.PuffCount = 5;
        rig.RunUntil(HolderState.Session, 30).ShouldBeTrue();
        rig.Machine.Status.PuffsLeft.ShouldBe(14);
    }

    [Theory]
    [InlineData(true, 39, 18)]
    [InlineData(true, 40, 14)]
    [InlineData(true, 0, 14)]
    [InlineData(false, 30, 14)]
    public void Flex_puff_grants_four_more_small_puffs(bool flexPuff, int meanMl, int expectedPuffs)
    {
        var rig = new SessionRig();
        rig.Settings.FlexPuff = flexPuff;
        rig.StartAndGetReady();
        for (int puff = 0; puff < 20; puff++)
        {
            rig.Puff(meanMl);
        }

        rig.Machine.LastEndReason.ShouldBe(SessionEndReason.Puffs);
        rig.Machine.PuffsTaken.ShouldBe(expectedPuffs);
    }

    [Fact]
    public void Set_points_follow_the_session_and_rise_in_its_last_minute()
    {
        var rig = new SessionRig();
        rig.StartAndGetReady();
        rig.Run(0.02);
        rig.Machine.Demand.Phase.ShouldBe(HeatPhase.Hold);
        rig.Machine.Demand.SetpointCelsius.ShouldBe(335);
        rig.Run(299);
        rig.Machine.Demand.SetpointCelsius.ShouldBe(335);
        rig.Run(31);
        rig.Machine.Demand.SetpointCelsius.ShouldBe(340, 0.1f);
        rig.Run(29);
        rig.Machine.Demand.SetpointCelsius.ShouldBe(345, 0.2f);
    }

    [Fact]
    public void Eco_holds_ten_degrees_lower_and_only_where_the_model_has_it()
    {
        var eco = new SessionRig();
        eco.Settings.FlexBatteryEco = true;
        eco.StartAndGetReady();
        eco.Run(1);
        eco.Machine.Demand.SetpointCelsius.ShouldBe(325);

        var one = new SessionRig(HolderModelId.IlumaIOne);
        one.Settings.FlexBatteryEco = true;
        one.StartAndGetReady();
        one.Run(1);
        one.Machine.Demand.SetpointCelsius.ShouldBe(335);
    }

    [Fact]
    public void The_same_hold_stops()
    {
        var rig = new SessionRig();
        rig.StartAndGetReady();
        rig.TakeCues();
        rig.Hold(1.1);
        rig.State.ShouldBe(HolderState.Cooling);
        rig.Machine.LastEndReason.ShouldBe(SessionEndReason.User);
        rig.TakeCues().HasFlag(IndicationCues.ManualStop).ShouldBeTrue();
    }

    [Fact]
    public void A_stop_press_that_outlives_the_session_does_not_start_the_next()
    {
        var rig = new SessionRig();
        rig.StartAndGetReady();
        rig.Run(359.5);
        rig.Hold(2);
        rig.Machine.LastEndReason.ShouldBe(SessionEndReason.Time);
        rig.State.ShouldBe(HolderState.Cooling);
    }

    [Fact]
    public void Removing_the_stick_ends_the_session()
    {
        var rig = new SessionRig();
        rig.StartAndGetReady();
        rig.Inputs.StickPresent = false;
        rig.Run(0.04);
        rig.State.ShouldBe(HolderState.Session, "a bounce is no removal");
        rig.Run(0.2);
        rig.Machine.LastEndReason.ShouldBe(SessionEndReason.User);
    }

    [Fact]
    public void Locking_ends_a_session_and_the_holder_stays_locked()
    {
        var rig = new SessionRig();
        rig.StartAndGetReady();
        rig.Settings.Locked = true;
        rig.Step();
        rig.Machine.LastEndReason.ShouldBe(SessionEndReason.User);
        rig.RunUntil(HolderState.Locked, 60).ShouldBeTrue();
        rig.Hold(1.1);
        rig.Machine.LastRefusal.ShouldBe(StartRefusal.Locked);
        rig.Settings.Locked = false;
        rig.Step();
        rig.State.ShouldBe(HolderState.StickInserted);
    }

    [Fact]
    public void Docking_ends_a_session_and_shows_charging()
    {
        var rig = new SessionRig();
        rig.StartAndGetReady();
        rig.TakeCues();
        rig.Inputs.Docked = true;
        rig.Inputs.ChargerActive = true;
        rig.Step();
        rig.State.ShouldBe(HolderState.Charging);
        rig.Machine.Demand.Phase.ShouldBe(HeatPhase.Off);
        rig.Machine.LastEndReason.ShouldBe(SessionEndReason.User);
        rig.Step();
        rig.TakeCues().HasFlag(IndicationCues.ChargeStart).ShouldBeTrue();
    }

    [Fact]
    public void Cooling_ends_when_the_heater_is_cool_or_two_minutes_are_over()
    {
        var rig = new SessionRig();
        rig.StartAndGetReady();
        rig.Hold(1.1);
        rig.Script(79);
        rig.Run(0.1);
        rig.State.ShouldBe(HolderState.StickInserted);

        rig.Script(float.NaN);
        rig.Hold(1.1);
        rig.Hold(1.1);
        rig.Run(119);
        rig.State.ShouldBe(HolderState.Cooling);
        rig.Run(2);
        rig.State.ShouldBe(HolderState.StickInserted);
    }

    [Fact]
    public void An_empty_cell_ends_a_session()
    {
        var rig = new SessionRig();
        rig.StartAndGetReady();
        rig.Inputs.CellMv = 2990;
        rig.Inputs.CellSampleMs = rig.NowMs;
        rig.Run(5);
        rig.State.ShouldBe(HolderState.Session, "one low sample is a spike");
        rig.Inputs.CellSampleMs = rig.NowMs;
        rig.Step();
        rig.Machine.LastEndReason.ShouldBe(SessionEndReason.Battery);
    }

    [Fact]
    public void Sleep_and_Off_come_with_idleness_and_a_touch_wakes()
    {
        var rig = new SessionRig();
        rig.RunUntil(HolderState.Sleep, 61).ShouldBeTrue();
        rig.Inputs.Tilted = true;
        rig.Step();
        rig.Inputs.Tilted = false;
        rig.State.ShouldBe(HolderState.Ready);
        rig.TakeCues().HasFlag(IndicationCues.UsesLeft).ShouldBeTrue();
        rig.RunUntil(HolderState.Off, 1801).ShouldBeTrue();
        rig.Inputs.Tilted = true;
        rig.Step();
        rig.Inputs.Tilted = false;
        rig.State.ShouldBe(HolderState.Off);
        rig.ShortPress();
        rig.State.ShouldBe(HolderState.Ready);
    }

    [Fact]
    public void A_hold_starts_from_Sleep_too()
    {
        var rig = new SessionRig();
        rig.InsertStick();
        rig.RunUntil(HolderState.Sleep, 61).ShouldBeTrue();
        rig.Hold(1.1);
        rig.State.ShouldBe(HolderState.Preheat);
    }

    [Theory]
    [InlineData(true, HolderModelId.IlumaI, true)]
    [InlineData(false, HolderModelId.IlumaI, false)]
    [InlineData(true, HolderModelId.IlumaOne, false)]
    public void A_double_tap_shows_uses_left_where_the_gesture_is_on(bool gesture, HolderModelId model, bool shown)
    {
        var rig = new SessionRig(model);
        rig.Settings.SmartGesture = gesture;
        rig.TakeCues();
        rig.Inputs.DoubleTapped = true;
        rig.Step();
        rig.TakeCues().HasFlag(IndicationCues.UsesLeft).ShouldBe(shown);
    }

    [Fact]
    public void Days_are_counted_once_a_day()
    {
        var rig = new SessionRig();
        rig.Start();
        rig.Hold(1.1);
        rig.Hold(1.1);
        rig.Usage.DaysUsed.ShouldBe(1u);
        rig.Hold(1.1);
        rig.Inputs.RtcSeconds += 86400;
        rig.Hold(1.1);
        rig.Usage.DaysUsed.ShouldBe(2u);
    }
}
