using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Safety;
using IqosDevice.Firmware.Tests.Control;

namespace IqosDevice.Firmware.Tests.Safety;

/// <summary>
/// Every row fires on its fault, in its time and with its act; that all stay quiet otherwise is in <see cref="QuietTests"/>.
/// </summary>
public sealed class SafetyRowTests
{
    [Fact]
    public void Row_1_an_open_thermocouple_trips_after_three_samples()
    {
        HeaterBench bench = Heating();
        bench.Fault = b => b.Inputs.ThermocoupleRaw = 4014;
        TicksToFault(bench, row: 1).ShouldBe(3);
    }

    [Fact]
    public void Row_2_a_shorted_thermocouple_trips_after_three_samples()
    {
        HeaterBench bench = Heating();
        bench.Fault = b => b.Inputs.ThermocoupleRaw = 81;
        TicksToFault(bench, row: 2).ShouldBe(3);
    }

    [Fact]
    public void Rows_1_and_2_forgive_two_bad_samples_between_good_ones()
    {
        HeaterBench bench = Heating();
        int tick = 0;
        bench.Fault = b => b.Inputs.ThermocoupleRaw = tick++ % 3 == 0 ? b.Inputs.ThermocoupleRaw : 4095 * (tick % 2);
        bench.Run(2);
        bench.Supervisor.FaultRow.ShouldBe(0);
    }

    [Theory]
    [InlineData(-26f)]
    [InlineData(446f)]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Row_3_three_of_five_thermocouple_samples_out_of_range_trip(float celsius)
    {
        // Bad, good, bad, good, bad. A hot one is row 11's too, and that needs two in a row.
        HeaterBench bench = Heating();
        int tick = 0;
        bench.Fault = b => b.Inputs.ThermocoupleCelsius = tick++ % 2 == 0 ? celsius : b.Inputs.ThermocoupleCelsius;
        TicksToFault(bench, row: 3).ShouldBe(5);
    }

    [Fact]
    public void Row_6_a_stale_heater_sample_gives_no_heat_after_100_ms_and_trips_after_500()
    {
        HeaterBench bench = Heating();
        long stoppedMs = bench.NowMs;
        bench.Fault = b => b.Inputs.HeaterSampleMs = stoppedMs;
        while (bench.NowMs - stoppedMs < 100)
        {
            bench.Tick();
        }

        bench.Supervisor.DutyPermille.ShouldBeGreaterThan(0);
        bench.Tick();
        bench.Supervisor.DutyPermille.ShouldBe(0);
        bench.Supervisor.FaultRow.ShouldBe(0);
        TicksToFault(bench, row: 6);
        (bench.NowMs - stoppedMs).ShouldBeInRange(480, 520);
    }

    [Fact]
    public void Row_6_needs_no_help_of_the_controller()
    {
        SupervisorBench bench = new();
        bench.Heat(HeatPhase.Preheat, 345);
        bench.Step(500).ShouldBe(500);
        bench.SampleAgeMs = 120;
        bench.Step(500).ShouldBe(0);
        bench.Supervisor.FaultRow.ShouldBe(0);
    }

    [Fact]
    public void Row_6_a_thermocouple_that_stops_trips_too()
    {
        HeaterBench bench = Heating();
        long stoppedMs = bench.NowMs;
        bench.Fault = b => b.Inputs.ThermocoupleSampleMs = stoppedMs;
        TicksToFault(bench, row: 6);
        (bench.NowMs - stoppedMs).ShouldBeInRange(480, 520);
    }

    [Fact]
    public void Row_6_counts_a_sample_from_the_future_as_none()
    {
        HeaterBench bench = Heating();
        bench.Fault = b => b.Inputs.HeaterSampleMs = b.NowMs + 1000;
        bench.Tick();
        bench.Supervisor.DutyPermille.ShouldBe(0);
    }

    [Fact]
    public void Row_11_locks_out_at_380_by_the_thermocouple_in_two_samples()
    {
        HeaterBench bench = Heating();
        bench.Fault = b => b.Inputs.ThermocoupleCelsius = 380;
        TicksToFault(bench, row: 11).ShouldBe(2);
        bench.Supervisor.FaultLatched.ShouldBeTrue();
    }

    [Fact]
    public void Row_11_locks_out_by_resistance_where_the_controller_runs_away()
    {
        // The thermocouple is stuck at a harmless value; full duty comes from a broken controller. Rows 5 and 13 would see it first.
        SupervisorBench bench = new();
        bench.Supervisor.MutedRows = ~(1L << OverTemperatureCheck.Row);
        bench.Heat(HeatPhase.Preheat, 345);
        HolderPlant plant = new(new PlantParameters()) { StickInserted = true };
        double peak = 0;
        while (bench.Supervisor.FaultRow == 0 && plant.TimeUs < 60_000_000)
        {
            plant.LoadSwitchClosed = bench.Supervisor.LoadSwitchOn;
            plant.HeaterDuty = bench.Supervisor.DutyPermille / 1000.0;
            plant.AdvanceTo(plant.TimeUs + 20_000);
            peak = Math.Max(peak, plant.HeaterCelsius);
            bench.Inputs.HeaterVolts = (float)(plant.HeaterDuty * plant.HeaterOnVolts);
            bench.Inputs.HeaterAmps = (float)(plant.HeaterDuty * plant.HeaterOnAmps);
            bench.Step(900);
        }

        bench.Supervisor.FaultRow.ShouldBe(11);
        peak.ShouldBeLessThan(390);
        bench.Supervisor.LoadSwitchOn.ShouldBeFalse();
    }

    [Fact]
    public void Row_11_watches_with_no_heat_demanded_as_well()
    {
        SupervisorBench bench = new();
        bench.Inputs.ThermocoupleCelsius = 381;
        bench.Step(0);
        bench.Step(0);
        bench.Supervisor.FaultRow.ShouldBe(11);
    }

    [Fact]
    public void Row_23_trips_on_more_than_15_watts_for_100_ms()
    {
        SupervisorBench bench = new();
        bench.Heat(HeatPhase.Preheat, 345);
        bench.Step(1000);
        bench.Inputs.HeaterVolts = 4.2f;
        bench.Inputs.HeaterAmps = 3.7f;
        for (int tick = 0; tick < 4; tick++)
        {
            bench.Step(1000).ShouldBe(1000);
        }

        bench.Step(1000).ShouldBe(0);
        bench.Supervisor.FaultRow.ShouldBe(23);
    }

    [Fact]
    public void Row_23_trips_on_the_energy_of_a_session()
    {
        // 5 W of 1495 J: nothing else is long enough to end it.
        SupervisorBench bench = new();
        bench.Heat(HeatPhase.Hold, 335);
        bench.Step(500);
        bench.Inputs.HeaterVolts = 1.5f;
        bench.Inputs.HeaterAmps = 1.667f;
        int ticks = 0;
        while (bench.Supervisor.FaultRow == 0 && ticks < 20_000)
        {
            bench.Step(500);
            ticks++;
        }

        bench.Supervisor.FaultRow.ShouldBe(23);
        (ticks * 0.02 * 4.94).ShouldBe(1495, 15);
    }

    [Theory]
    [InlineData(HeatPhase.Preheat, 350.5f, true)]
    [InlineData(HeatPhase.Preheat, 350f, false)]
    [InlineData(HeatPhase.Hold, 199f, true)]
    [InlineData(HeatPhase.Hold, 200f, false)]
    [InlineData(HeatPhase.Hold, float.NaN, true)]
    [InlineData(HeatPhase.Hold, float.PositiveInfinity, true)]
    [InlineData(HeatPhase.Paused, 150f, false)]
    [InlineData(HeatPhase.Paused, 335f, true)]
    [InlineData(HeatPhase.Paused, 0f, true)]
    public void Row_24_refuses_a_set_point_out_of_range_and_forgets_it(HeatPhase phase, float celsius, bool refused)
    {
        SupervisorBench bench = new();
        bench.Heat(phase, celsius);
        bench.Step(500).ShouldBe(refused ? 0 : 500);
        bench.Supervisor.RefusingRow.ShouldBe(refused ? 24 : 0);
        bench.Supervisor.FaultRow.ShouldBe(0);
        bench.Heat(HeatPhase.Hold, 335);
        bench.Step(500).ShouldBe(500);
    }

    [Theory]
    [InlineData(HeatPhase.Preheat, 345f, 65)]
    [InlineData(HeatPhase.Hold, 335f, 375)]
    [InlineData(HeatPhase.Paused, 150f, 490)]
    public void Row_27_trips_where_a_phase_does_not_end(HeatPhase phase, float celsius, int seconds)
    {
        SupervisorBench bench = new();
        bench.Heat(HeatPhase.Preheat, 345);
        bench.Run(phase == HeatPhase.Preheat ? 0 : 900, 100);
        bench.Supervisor.MutedRows &= ~(1L << SessionLimitCheck.Row);
        bench.Heat(phase, celsius);
        int ticks = 0;
        while (bench.Supervisor.FaultRow == 0 && ticks < 50_000)
        {
            bench.Step(100);
            ticks++;
        }

        bench.Supervisor.FaultRow.ShouldBe(27);
        (ticks * 0.02).ShouldBe(seconds, 1);
    }

    [Theory]
    [InlineData(HeatPhase.Hold, 335, 16, true)]
    [InlineData(HeatPhase.Paused, 150, 16, true)]
    [InlineData(HeatPhase.Hold, 335, 18, false)]
    public void Row_27_trips_where_a_session_does_not_begin_with_a_whole_preheat(
        HeatPhase phase, float celsius, int preheatSeconds, bool trips)
    {
        SupervisorBench bench = new();
        bench.Supervisor.MutedRows &= ~(1L << SessionLimitCheck.Row);
        bench.Heat(HeatPhase.Preheat, 345);
        bench.Run(preheatSeconds * 50, 100);
        bench.Supervisor.FaultRow.ShouldBe(0);
        bench.Heat(phase, celsius);
        bench.Run(2 * SlowChecks.TurnCount, 100);

        bench.Supervisor.FaultRow.ShouldBe(trips ? SessionLimitCheck.Row : 0);
    }

    [Fact]
    public void Row_27_trips_on_the_nineteenth_puff()
    {
        SupervisorBench bench = new();
        bench.Heat(HeatPhase.Preheat, 345);
        bench.Run(900, 100);
        bench.Supervisor.MutedRows &= ~(1L << SessionLimitCheck.Row);
        bench.Heat(HeatPhase.Hold, 335);
        bench.Puffs = 18;
        bench.Step(500).ShouldBe(500);
        bench.Puffs = 19;
        for (int tick = 0; tick < SlowChecks.TurnCount; tick++)
        {
            bench.Step(500);
        }

        bench.Supervisor.DutyPermille.ShouldBe(0);
        bench.Supervisor.FaultRow.ShouldBe(27);
    }

    [Fact]
    public void Row_28_a_late_tick_or_a_clock_gone_back_earns_no_heartbeat()
    {
        SupervisorBench bench = new();
        bench.Step(0);
        bench.Supervisor.Heartbeat.ShouldBeTrue();
        foreach (int periodMs in new[] { 101, 250, -20 })
        {
            bench.Step(0, periodMs);
            bench.Supervisor.Heartbeat.ShouldBeFalse();
            bench.Supervisor.FaultRow.ShouldBe(0);
            bench.Step(0, 100);
            bench.Supervisor.Heartbeat.ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(40, 0, 0)]
    [InlineData(41, 29, 0)]
    [InlineData(100, 29, 0)]
    [InlineData(101, 29, 29)]
    public void Row_29_warns_of_a_late_tick_of_heating_and_trips_on_a_very_late_one(int periodMs, int warning, int fault)
    {
        SupervisorBench bench = new();
        bench.Heat(HeatPhase.Hold, 335);
        bench.Step(500);
        bench.Step(500, periodMs);
        bench.Supervisor.WarningRow.ShouldBe(warning);
        bench.Supervisor.FaultRow.ShouldBe(fault);
    }

    [Fact]
    public void Row_28_a_tripped_supervisor_does_not_beat()
    {
        SupervisorBench bench = new();
        bench.Step(float.NaN);
        bench.Supervisor.Heartbeat.ShouldBeFalse();
        bench.Step(0);
        bench.Supervisor.Heartbeat.ShouldBeFalse();
    }

    [Fact]
    public void Row_28_a_tick_that_throws_leaves_no_heat_and_no_heartbeat_behind()
    {
        SupervisorBench bench = new();
        bench.Heat(HeatPhase.Hold, 335);
        bench.Step(500).ShouldBe(500);
        Should.Throw<NullReferenceException>(() => bench.Supervisor.Permit(5000, null!, bench.Demand, 500));
        bench.Supervisor.DutyPermille.ShouldBe(0);
        bench.Supervisor.LoadSwitchOn.ShouldBeFalse();
        bench.Supervisor.Heartbeat.ShouldBeFalse();
    }

    [Fact]
    public void Row_35_refuses_a_session_that_nobody_asked_for_until_its_demand_ends()
    {
        SupervisorBench bench = new(held: false);
        bench.Heat(HeatPhase.Preheat, 345);
        bench.Step(500).ShouldBe(0);
        bench.Supervisor.RefusingRow.ShouldBe(35);

        // A press after the fact is not consent to a session that runs already.
        bench.HoldButton();
        bench.Step(500).ShouldBe(0);
        bench.Heat(HeatPhase.Off, 0);
        bench.Step(0);
        bench.HoldButton();
        bench.Heat(HeatPhase.Preheat, 345);
        bench.Step(500).ShouldBe(500);
    }

    [Fact]
    public void Row_35_lets_auto_start_begin_without_the_button()
    {
        SupervisorBench bench = new(held: false);
        bench.Settings.AutoStart = true;
        bench.Heat(HeatPhase.Preheat, 345);
        bench.Step(500).ShouldBe(500);
    }

    [Fact]
    public void Row_35_gives_no_heat_without_a_stick()
    {
        HeaterBench bench = Heating();
        bench.Inputs.StickPresent = false;
        bench.Run(0.1);
        bench.Supervisor.RefusingRow.ShouldBe(0);
        bench.Run(0.2);
        bench.Supervisor.RefusingRow.ShouldBe(35);
        bench.Supervisor.LoadSwitchOn.ShouldBeFalse();
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(1000.5f)]
    [InlineData(-0.5f)]
    public void Row_36_trips_on_an_output_that_is_no_duty(float permille)
    {
        SupervisorBench bench = new();
        bench.Heat(HeatPhase.Hold, 335);
        bench.Step(permille).ShouldBe(0);
        bench.Supervisor.FaultRow.ShouldBe(36);
    }

    [Fact]
    public void Row_36_trips_on_a_heater_driven_at_target_zero()
    {
        SupervisorBench bench = new();
        bench.Step(1).ShouldBe(0);
        bench.Supervisor.FaultRow.ShouldBe(36);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Row_42_gives_no_heat_while_docked_or_charging(bool docked, bool charging)
    {
        SupervisorBench bench = new();
        bench.Heat(HeatPhase.Hold, 335);
        bench.Step(500).ShouldBe(500);
        bench.Inputs.Docked = docked;
        bench.Inputs.ChargerActive = charging;
        bench.Step(500).ShouldBe(0);
        bench.Supervisor.RefusingRow.ShouldBe(42);
        bench.Supervisor.LoadSwitchOn.ShouldBeFalse();
        bench.Supervisor.FaultRow.ShouldBe(0);
    }

    private static HeaterBench Heating()
    {
        HeaterBench bench = new();
        bench.Start();
        bench.Run(30);
        bench.Supervisor.DutyPermille.ShouldBeGreaterThan(0);
        return bench;
    }

    private static int TicksToFault(HeaterBench bench, int row)
    {
        int ticks = 0;
        while (bench.Supervisor.FaultRow == 0 && ticks < 200)
        {
            bench.Tick();
            ticks++;
        }

        bench.Supervisor.FaultRow.ShouldBe(row);
        bench.Supervisor.DutyPermille.ShouldBe(0);
        bench.Supervisor.LoadSwitchOn.ShouldBeFalse();
        return ticks;
    }
}
