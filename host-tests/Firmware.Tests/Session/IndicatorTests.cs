using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Firmware.Tests.Session;

public class IndicatorTests
{
    [Fact]
    public void Every_pattern_is_well_formed()
    {
        int next = 0;
        for (var pattern = IndicationPattern.Dark; pattern < IndicationPattern.None; pattern++)
        {
            string name = pattern.ToString();
            int count = IndicationPatterns.StepCount(pattern);
            count.ShouldBeGreaterThan(0, name);
            IndicationPatterns.FirstStep(pattern).ShouldBe(next, name);
            next += count;
            for (int step = next - count; step < next; step++)
            {
                IndicationPatterns.DurationMs(step).ShouldBeInRange(0, 2550, name);
                IndicationPatterns.VibrationPermille(step).ShouldBeInRange(0, 1000, name);
                for (int light = 0; light < IndicationPatterns.LightCount; light++)
                {
                    IndicationPatterns.LightPermille(step, light).ShouldBeInRange(0, 1000, name);
                }

                if (IndicationPatterns.DurationMs(step) == 0)
                {
                    (count, IndicationPatterns.Repeats(pattern)).ShouldBe((1, 0), name);
                }
            }
        }

        next.ShouldBe(IndicationPatterns.TotalSteps);
        IndicationPatterns.Count.ShouldBe((int)IndicationPattern.None);
    }

    [Fact]
    public void Uses_left_show_for_three_seconds()
    {
        var rig = new SessionRig();
        rig.Run(5);
        rig.ShortPress();
        rig.Run(2.8);
        rig.Outputs.LightPermille.ShouldBe([0, 1000, 1000]);
        rig.Run(0.3);
        rig.Outputs.LightPermille.ShouldBe([0, 0, 0]);
    }

    [Fact]
    public void Heating_start_vibrates_and_pulses_and_Ready_vibrates_and_is_steady()
    {
        var rig = new SessionRig();
        rig.InsertStick();
        rig.Inputs.ButtonPressed = true;
        rig.RunUntil(HolderState.Preheat, 2).ShouldBeTrue();
        rig.Outputs.VibrationPermille.ShouldBe(1000);
        rig.Indicator.Lights.ShouldBe(IndicationPattern.Preheat);
        rig.Inputs.ButtonPressed = false;
        rig.Run(1);
        rig.Outputs.VibrationPermille.ShouldBe(0);
        Levels(rig, 1).Count.ShouldBeGreaterThan(2);
        rig.RunUntil(HolderState.Session, 30).ShouldBeTrue();
        rig.Indicator.Vibration.ShouldBe(IndicationPattern.VibrateTwice);
        Levels(rig, 3).ShouldBe([1000]);
    }

    [Fact]
    public void Brightness_dims_the_lights_and_not_the_vibration()
    {
        var rig = new SessionRig();
        rig.Settings.BrightnessPercent = 30;
        rig.StartAndGetReady();
        rig.Outputs.LightPermille.ShouldBe([300, 300, 300]);
        rig.Outputs.VibrationPermille.ShouldBe(1000);
    }

    [Fact]
    public void Each_vibration_honours_its_setting()
    {
        var rig = new SessionRig();
        rig.Settings.VibrateOnHeatingStart = false;
        rig.Settings.VibrateOnReady = false;
        rig.Settings.VibrateOnPuffEnd = false;
        rig.Settings.VibrateOnManualStop = false;
        rig.Settings.VibrateOnChargeStart = false;
        bool vibrated = false;
        rig.InsertStick();
        rig.Inputs.ButtonPressed = true;
        for (int i = 0; i < 1500; i++)
        {
            rig.Step();
            rig.Inputs.ButtonPressed = i < 60 || i is > 1300 and < 1360;
            rig.Heater.Puffing = i is > 1100 and < 1200;
            rig.Inputs.Docked = rig.Inputs.ChargerActive = i > 1400;
            vibrated |= rig.Outputs.VibrationPermille != 0;
        }

        rig.Machine.LastEndReason.ShouldBe(SessionEndReason.User);
        rig.State.ShouldBe(HolderState.Charging);
        vibrated.ShouldBeFalse();
    }

    [Fact]
    public void Puff_end_manual_stop_and_charge_start_vibrate()
    {
        var rig = new SessionRig();
        rig.StartAndGetReady();
        rig.Run(2);
        rig.Heater.Puffing = true;
        rig.Run(1);
        rig.Heater.Puffing = false;
        rig.Step();
        rig.Indicator.Vibration.ShouldBe(IndicationPattern.VibrateTick);
        rig.Run(1);
        rig.Inputs.ButtonPressed = true;
        rig.RunUntil(HolderState.Cooling, 2).ShouldBeTrue();
        rig.Indicator.Vibration.ShouldBe(IndicationPattern.VibrateOnce);
        rig.Run(1);
        rig.Inputs.Docked = rig.Inputs.ChargerActive = true;
        rig.Step();
        rig.Indicator.Vibration.ShouldBe(IndicationPattern.VibrateTick);
        rig.Indicator.Lights.ShouldBe(IndicationPattern.Charging);
    }

    [Fact]
    public void The_end_warning_vibrates_whatever_the_settings_and_pulses_one_light()
    {
        var rig = new SessionRig();
        rig.Settings.VibrateOnReady = false;
        rig.StartAndGetReady();
        rig.RunUntil(HolderState.EndWarning, 400).ShouldBeTrue();
        rig.Indicator.Vibration.ShouldBe(IndicationPattern.VibrateTwice);
        Levels(rig, 2).Count.ShouldBe(2);
        rig.Outputs.LightPermille[1].ShouldBe(0);
    }

    [Theory]
    [InlineData(4100, 2)]
    [InlineData(3700, 1)]
    [InlineData(3500, 0)]
    public void A_short_press_shows_uses_left_as_lights(int cellMv, int uses)
    {
        var rig = new SessionRig(cellMv: cellMv);
        rig.Gauge.UsesLeft.ShouldBe(uses);
        rig.Run(5);
        rig.ShortPress();
        int lit = rig.Outputs.LightPermille.Count(permille => permille > 0);
        lit.ShouldBe(uses);
        (rig.Outputs.BottomRedPermille > 0 && rig.Outputs.BottomWhitePermille > 0).ShouldBe(uses == 0, "yellow");
        rig.Run(5);
        rig.Outputs.LightPermille.ShouldBe([0, 0, 0]);
    }

    [Fact]
    public void Out_of_temperature_range_all_lights_blink_twice_white_then_off()
    {
        var rig = new SessionRig();
        rig.Inputs.BoardMilliCelsius = -5000;
        int blinks = 0;
        bool lit = false;
        for (int i = 0; i < 200; i++)
        {
            rig.Step();
            bool now = rig.Outputs.LightPermille.All(permille => permille == 1000) && rig.Outputs.BottomWhitePermille == 1000;
            blinks += now && !lit ? 1 : 0;
            lit = now;
            rig.Outputs.BottomRedPermille.ShouldBe(0);
        }

        blinks.ShouldBe(2);
        lit.ShouldBeFalse();
    }

    [Fact]
    public void An_error_blinks_the_bottom_light_red()
    {
        var rig = new SessionRig();
        rig.Heater.FaultRow = 11;
        rig.Run(0.2);
        rig.Outputs.BottomRedPermille.ShouldBe(1000);
        rig.Outputs.BottomWhitePermille.ShouldBe(0);
        rig.Run(0.5);
        rig.Outputs.BottomRedPermille.ShouldBe(0);
    }

    [Fact]
    public void A_reset_shows_off_two_blinks_and_on()
    {
        var rig = new SessionRig();
        rig.Inputs.ButtonPressed = true;
        rig.RunUntil(HolderState.Reset, 11).ShouldBeTrue();
        rig.Inputs.ButtonPressed = false;
        var seen = new List<bool>();
        for (int i = 0; i < 148; i++)
        {
            bool on = rig.Outputs.LightPermille[0] > 0;
            if (seen.Count == 0 || seen[^1] != on)
            {
                seen.Add(on);
            }

            rig.Step();
        }

        seen.ShouldBe([false, true, false, true, false, true]);
    }

    [Fact]
    public void Find_my_device_vibrates_until_stopped_by_client_or_button()
    {
        var rig = new SessionRig();
        rig.Requests.FindMyDevice = true;
        rig.Run(60.1);
        rig.Indicator.Vibration.ShouldBe(IndicationPattern.Find);
        rig.Requests.FindMyDevice = false;
        rig.Step();
        rig.Outputs.VibrationPermille.ShouldBe(0);
        rig.Requests.FindMyDevice = true;
        rig.Run(1);
        rig.ShortPress();
        rig.Requests.FindMyDevice.ShouldBeFalse();
        rig.Indicator.Vibration.ShouldBe(IndicationPattern.None);
    }

    [Fact]
    public void Refusals_are_told_apart_by_their_lights()
    {
        var patterns = new HashSet<IndicationPattern>();
        foreach (var prepare in new Action<SessionRig>[]
        {
            rig => rig.Inputs.Docked = true,
            rig => (rig.Heater.FaultRow, rig.Heater.FaultLatched) = (11, true),
            rig => rig.Settings.Locked = true,
            rig => rig.Inputs.StickPresent = false,
            rig => rig.Inputs.BoardMilliCelsius = 50000,
        })
        {
            var rig = new SessionRig();
            rig.InsertStick();
            prepare(rig);
            rig.Run(5);
            rig.Inputs.ButtonPressed = true;
            rig.Run(1.01);
            rig.Inputs.ButtonPressed = false;
            for (int i = 0; i < 5 && !rig.SeenCues.HasFlag(IndicationCues.StartRefused); i++)
            {
                rig.Step();
            }

            patterns.Add(rig.Indicator.Lights).ShouldBeTrue();
        }
    }

    private static List<int> Levels(SessionRig rig, double seconds)
    {
        var levels = new List<int>();
        for (int i = 0; i < seconds * 50; i++)
        {
            rig.Step();
            if (!levels.Contains(rig.Outputs.LightPermille[0]))
            {
                levels.Add(rig.Outputs.LightPermille[0]);
            }
        }

        return levels;
    }
}
