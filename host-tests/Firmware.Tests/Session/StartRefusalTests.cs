using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Firmware.Tests.Session;

public class StartRefusalTests
{
    [Theory]
    [InlineData(StartRefusal.Docked)]
    [InlineData(StartRefusal.Fault)]
    [InlineData(StartRefusal.Locked)]
    [InlineData(StartRefusal.NoStick)]
    [InlineData(StartRefusal.AmbientCold)]
    [InlineData(StartRefusal.AmbientHot)]
    [InlineData(StartRefusal.CellTemperature)]
    [InlineData(StartRefusal.Energy)]
    public void A_start_is_refused_with_its_own_reason_and_light_and_without_heat(StartRefusal refusal)
    {
        var rig = new SessionRig(cellMv: refusal == StartRefusal.Energy ? 3500 : 4100);
        rig.InsertStick();
        Prepare(rig, refusal);
        rig.Run(10);
        rig.TakeCues();
        rig.Hold(1.1);
        rig.Run(5);
        rig.Machine.LastRefusal.ShouldBe(refusal);
        rig.Machine.Demand.Phase.ShouldBe(HeatPhase.Off);
        rig.TakeCues().HasFlag(IndicationCues.StartRefused).ShouldBeTrue();
    }

    [Theory]
    [InlineData(-501, HolderState.TemperatureFault)]
    [InlineData(-500, HolderState.Ready)]
    [InlineData(40500, HolderState.Ready)]
    [InlineData(40501, HolderState.TemperatureFault)]
    public void The_range_of_ambient_temperature_is_0_to_40_degrees_and_half_a_degree_for_the_thermistor(int milliCelsius, HolderState state)
    {
        var rig = new SessionRig();
        rig.Inputs.BoardMilliCelsius = milliCelsius;
        rig.Step();
        rig.State.ShouldBe(state);
    }

    [Fact]
    public void Back_in_the_range_it_takes_a_little_more_than_the_limit_to_be_accepted()
    {
        var rig = new SessionRig();
        rig.Inputs.BoardMilliCelsius = 41000;
        rig.Step();
        rig.TakeCues().HasFlag(IndicationCues.TemperatureRange).ShouldBeTrue();
        rig.Inputs.BoardMilliCelsius = 40300;
        rig.Step();
        rig.State.ShouldBe(HolderState.TemperatureFault);
        rig.Inputs.BoardMilliCelsius = 40200;
        rig.Step();
        rig.State.ShouldBe(HolderState.Ready);
    }

    [Fact]
    public void A_warm_board_does_not_end_a_session()
    {
        var rig = new SessionRig();
        rig.StartAndGetReady();
        rig.Inputs.BoardMilliCelsius = 45000;
        rig.Run(5);
        rig.State.ShouldBe(HolderState.Session);
    }

    [Fact]
    public void Too_little_energy_shows_as_low_battery()
    {
        var rig = new SessionRig(cellMv: 3500);
        rig.State.ShouldBe(HolderState.LowBattery);
        rig.SeenCues.HasFlag(IndicationCues.LowBattery).ShouldBeTrue();
    }

    [Fact]
    public void Auto_start_releases_no_tripped_check()
    {
        var rig = new SessionRig();
        rig.Settings.AutoStart = true;
        rig.Heater.FaultRow = 5;
        rig.InsertStick();
        rig.State.ShouldBe(HolderState.Error);
        rig.Machine.LastRefusal.ShouldBe(StartRefusal.Fault);
    }

    private static void Prepare(SessionRig rig, StartRefusal refusal)
    {
        switch (refusal)
        {
            case StartRefusal.Docked: rig.Inputs.Docked = true; break;
            case StartRefusal.Fault: rig.Heater.FaultRow = 11; rig.Heater.FaultLatched = true; break;
            case StartRefusal.Locked: rig.Settings.Locked = true; break;
            case StartRefusal.NoStick: rig.Inputs.StickPresent = false; break;
            case StartRefusal.AmbientCold: rig.Inputs.BoardMilliCelsius = -1000; break;
            case StartRefusal.AmbientHot: rig.Inputs.BoardMilliCelsius = 41000; break;
            case StartRefusal.CellTemperature: rig.Inputs.CellMilliCelsius = 56000; break;
            default: break;
        }
    }
}
