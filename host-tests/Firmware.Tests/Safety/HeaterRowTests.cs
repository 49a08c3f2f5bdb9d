using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Tests.Control;

namespace IqosDevice.Firmware.Tests.Safety;

/// <summary>The rows that look at sensors and heater for seconds fire on their fault, on the plant where it has one.</summary>
public sealed class HeaterRowTests
{
    [Theory]
    [InlineData(1, 4, 0)]
    [InlineData(6, 4, 4)]
    public void Row_4_tells_a_spike_and_trips_on_five_in_a_second(int spikes, int warning, int fault)
    {
        HeaterBench bench = Holding();
        int tick = 0;
        HashSet<int> warnings = [];
        bench.Watch = b => warnings.Add(b.Supervisor.WarningRow);
        bench.Fault = b => b.Inputs.ThermocoupleCelsius += tick++ % 10 == 0 && tick < spikes * 10 ? 30 : 0;
        bench.Run(2);
        warnings.ShouldContain(warning);
        bench.Supervisor.FaultRow.ShouldBe(fault);
    }

    [Fact]
    public void Row_5_trips_on_a_thermocouple_that_stands_still()
    {
        HeaterBench bench = Holding();
        bench.Fault = b => b.Inputs.ThermocoupleRaw = 2000;
        SecondsToFault(bench, 5).ShouldBe(2, 0.1);
    }

    [Fact]
    public void Row_5_trips_on_a_monitor_that_stands_still()
    {
        SupervisorBench bench = Preheating(couple: 60);
        bench.MonitorLives = false;
        TicksToFault(bench, 5).ShouldBeInRange(100, 103);
    }

    [Fact]
    public void Row_7_trips_below_20_degrees_of_frost()
    {
        HeaterBench bench = Holding();
        bench.Fault = b => b.Inputs.ThermocoupleCelsius = -20.5f;
        SecondsToFault(bench, 7, alone: true).ShouldBeLessThan(0.5);
    }

    [Fact]
    public void Row_7_trips_on_a_thermocouple_that_stays_cold()
    {
        SupervisorBench bench = Preheating(couple: 39);
        TicksToFault(bench, 7).ShouldBeInRange(330, 370);
    }

    [Theory]
    [InlineData(16f, 8)]
    [InlineData(14f, 0)]
    public void Row_8_compares_thermocouple_and_board_after_ten_minutes_of_rest(float apart, int row)
    {
        SupervisorBench bench = new();
        bench.Inputs.BoardMilliCelsius = 25_000;
        bench.Inputs.ThermocoupleCelsius = 25 + apart;
        for (int tick = 0; tick < 35_000; tick++)
        {
            bench.Step(0);
            if (tick == 28_000)
            {
                bench.Supervisor.FaultRow.ShouldBe(0);
            }
        }

        bench.Supervisor.FaultRow.ShouldBe(row);
    }

    [Theory]
    [InlineData(1084)]
    [InlineData(1376)]
    [InlineData(1187)]
    [InlineData(1263)]
    public void Row_9_locks_out_where_the_reference_moves(int millivolts)
    {
        HeaterBench bench = Holding();
        bench.Fault = b => b.Inputs.ReferenceMv = millivolts;
        SecondsToFault(bench, 9).ShouldBeLessThan(1.5);
        bench.Supervisor.FaultLatched.ShouldBeTrue();
    }

    [Theory]
    [InlineData(559_999)]
    [InlineData(1_040_001)]
    public void Row_10_refuses_a_calibration_that_no_heater_has(int microOhm)
    {
        SupervisorBench bench = new();
        bench.Settings.HeaterR0MicroOhm = microOhm;
        bench.Run(20);
        bench.Supervisor.RefusingRow.ShouldBe(10);
        bench.Heat(HeatPhase.Preheat, 345);
        bench.Step(500).ShouldBe(0);
    }

    [Fact]
    public void Row_13_trips_where_the_sensors_do_not_follow_the_energy()
    {
        SupervisorBench bench = Preheating(couple: 100);
        TicksToFault(bench, 13).ShouldBeInRange(70, 130);
    }

    [Fact]
    public void Row_13_trips_where_one_sensor_alone_does_not_follow()
    {
        SupervisorBench bench = Preheating(couple: 40);
        bench.Supervisor.MutedRows = ~(1L << 13);
        for (int tick = 0; bench.Supervisor.FaultRow == 0 && tick < 180; tick++)
        {
            bench.Inputs.HeaterAmps *= 0.997f;
            bench.Step(1000);
        }

        bench.Supervisor.FaultRow.ShouldBe(13);
    }

    [Theory]
    [InlineData(3900, 13)]
    [InlineData(3200, 0)]
    public void Row_13_trips_where_a_preheat_takes_nothing_unless_the_cell_is_empty(int cellMv, int row)
    {
        SupervisorBench bench = new();
        bench.Supervisor.MutedRows = 1L << 56;
        bench.Inputs.CellMv = cellMv;
        bench.Heat(HeatPhase.Preheat, 345);
        bench.Run(190);
        bench.Supervisor.FaultRow.ShouldBe(0);
        bench.Run(40);
        bench.Supervisor.FaultRow.ShouldBe(row);
    }

    [Fact]
    public void Row_14_trips_where_the_heater_falls_away_from_its_set_point()
    {
        HeaterBench bench = Holding();
        bench.Watch = b => b.Plant.HeaterDuty *= 0.1;
        SecondsToFault(bench, 14, alone: true).ShouldBeLessThan(10);
    }

    [Fact]
    public void Row_15_locks_out_a_heater_that_gets_hotter_with_no_heat_demanded()
    {
        SupervisorBench bench = new();
        bench.Inputs.ThermocoupleCelsius = 100;
        bench.Run(100);
        for (int tick = 0; bench.Supervisor.FaultRow == 0 && tick < 100; tick++)
        {
            bench.Inputs.ThermocoupleCelsius += 1;
            bench.Step(0);
        }

        bench.Supervisor.FaultRow.ShouldBe(15);
        bench.Supervisor.FaultLatched.ShouldBeTrue();
        bench.Inputs.ThermocoupleCelsius.ShouldBeLessThan(140);
    }

    [Fact]
    public void Row_15_does_not_take_a_sensor_that_comes_back_for_a_heater()
    {
        SupervisorBench bench = new();
        foreach (float celsius in new[] { 20f, -10f, 250f, float.NaN, 200f, -50f, 240f })
        {
            bench.Inputs.ThermocoupleCelsius = celsius;
            bench.Run(60);
        }

        bench.Supervisor.FaultRow.ShouldBe(0);
    }

    [Fact]
    public void Row_15_forgives_a_warm_place()
    {
        SupervisorBench bench = new();
        bench.Run(100);
        for (int tick = 0; tick < 500; tick++)
        {
            bench.Inputs.ThermocoupleCelsius += 0.09f;
            bench.Step(0);
        }

        bench.Supervisor.FaultRow.ShouldBe(0);
    }

    [Theory]
    [InlineData(16f, 25, 50)]
    [InlineData(-26f, 150, 185)]
    public void Row_16_trips_on_an_excursion(float celsius, int shortest, int longest)
    {
        SupervisorBench bench = new();
        bench.Supervisor.MutedRows = ~(1L << 16);
        bench.Heat(HeatPhase.Hold, 335);
        bench.Inputs.CellMv = 3900;
        Tell(335);
        bench.Run(100, 500);
        Tell(335 + celsius);
        int ticks = 0;
        while (bench.Supervisor.FaultRow == 0 && ticks < 500)
        {
            bench.Step(500);
            ticks++;
        }

        bench.Supervisor.FaultRow.ShouldBe(16);
        ticks.ShouldBeInRange(shortest, longest);

        void Tell(float told) =>
            (bench.Inputs.HeaterVolts, bench.Inputs.HeaterAmps) = (1.5f, 1.5f / (0.01f + (0.8f * PlatinumCurve.RatioAt(told))));
    }

    [Fact]
    public void Row_17_trips_on_a_temperature_that_rises_without_power()
    {
        // 1 W, and the resistance seems to rise by 100 °C/s.
        SupervisorBench bench = Preheating(couple: 100);
        (bench.Inputs.HeaterVolts, bench.Inputs.HeaterAmps) = (1, 1);
        bench.Supervisor.MutedRows = ~(1L << 17);
        bench.Step(1000);
        int ticks = 0;
        while (bench.Supervisor.FaultRow == 0 && ticks < 400)
        {
            bench.Inputs.HeaterAmps *= 0.995f;
            bench.Step(1000);
            ticks++;
        }

        bench.Supervisor.FaultRow.ShouldBe(17);
        ticks.ShouldBeInRange(75, 130);
    }

    [Fact]
    public void Row_18_trips_where_holding_takes_too_little()
    {
        // The monitor misses two thirds of current and voltage alike: the temperature stays right, the power does not.
        HeaterBench bench = Holding();
        bench.Fault = b => (b.Inputs.HeaterVolts, b.Inputs.HeaterAmps) = (b.Inputs.HeaterVolts * 0.4f, b.Inputs.HeaterAmps * 0.4f);
        SecondsToFault(bench, 18, alone: true).ShouldBeInRange(3, 14);
    }

    [Fact]
    public void Row_19_trips_on_a_heater_that_takes_no_current()
    {
        HeaterBench bench = Holding();
        bench.Fault = b => (b.Inputs.HeaterVolts, b.Inputs.HeaterAmps) = (1, 0.01f);
        SecondsToFault(bench, 19).ShouldBe(0.06, 0.001);
    }

    [Fact]
    public void Row_20_locks_out_a_shorted_heater()
    {
        HeaterBench bench = Holding();
        bench.Fault = b => b.Inputs.HeaterAmps *= 5;
        SecondsToFault(bench, 20).ShouldBeLessThan(0.15);
        bench.Supervisor.FaultLatched.ShouldBeTrue();
    }

    [Fact]
    public void Row_21_locks_out_a_current_that_nobody_asked_for()
    {
        SupervisorBench bench = new();
        bench.Inputs.HeaterAmps = 0.03f;
        bench.Run(2);
        bench.Supervisor.FaultRow.ShouldBe(0);
        bench.Run(1);
        bench.Supervisor.FaultRow.ShouldBe(21);
        bench.Supervisor.FaultLatched.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0.87f, 22)]
    [InlineData(1.13f, 22)]
    [InlineData(0.95f, 0)]
    [InlineData(1.05f, 0)]
    public void Row_22_compares_the_first_resistance_with_the_calibration(float factor, int row)
    {
        HeaterBench bench = new();
        bench.Settings.HeaterR0MicroOhm = (int)(800_000 * factor);
        bench.Supervisor.MutedRows = ~(1L << 22);
        bench.Start();
        bench.Run(0.5);
        bench.Supervisor.FaultRow.ShouldBe(row);
    }

    [Fact]
    public void Row_25_locks_out_a_heater_that_stays_hot()
    {
        SupervisorBench bench = new();
        bench.Heat(HeatPhase.Hold, 335);
        bench.Inputs.ThermocoupleCelsius = 335;
        bench.Run(20, 300);
        bench.Heat(HeatPhase.Off, 0);
        bench.Inputs.ThermocoupleCelsius = 330;
        bench.Run(990);
        bench.Supervisor.FaultRow.ShouldBe(0);
        bench.Run(60);
        bench.Supervisor.FaultRow.ShouldBe(25);
        bench.Supervisor.FaultLatched.ShouldBeTrue();
    }

    [Theory]
    [InlineData(85_001, 25_000)]
    [InlineData(25_000, 60_001)]
    public void Row_26_trips_where_board_or_cell_is_too_hot(int board, int cell)
    {
        HeaterBench bench = Holding();
        bench.Fault = b => (b.Inputs.BoardMilliCelsius, b.Inputs.CellMilliCelsius) = (board, cell);
        SecondsToFault(bench, 26).ShouldBeLessThan(0.5);
        bench.Supervisor.MayCharge.ShouldBeFalse();
    }

    [Theory]
    [InlineData(1.06, 32)]
    [InlineData(0.94, 32)]
    [InlineData(1.02, 0)]
    [InlineData(0.98, 0)]
    public void Row_32_locks_out_where_the_clocks_disagree(double speed, int row)
    {
        SupervisorBench bench = new();
        for (int tick = 0; tick < 9_500; tick++)
        {
            bench.Inputs.RtcSeconds = 500_000_000 + (uint)(tick * 0.02 * speed);
            bench.Step(0);
        }

        bench.Supervisor.FaultRow.ShouldBe(row);
        bench.Supervisor.FaultLatched.ShouldBe(row != 0);
    }

    [Fact]
    public void Row_39_locks_out_a_cell_that_gives_too_much()
    {
        HeaterBench bench = Holding();
        bench.Fault = b => b.Inputs.CellMa = -5201;
        SecondsToFault(bench, 39).ShouldBeLessThan(0.8);
    }

    [Fact]
    public void Row_41_locks_out_an_overcharged_cell_and_ends_the_charge()
    {
        SupervisorBench bench = new();
        bench.Inputs.CellMv = 4251;
        bench.Run(60);
        bench.Supervisor.FaultRow.ShouldBe(41);
        bench.Supervisor.MayCharge.ShouldBeFalse();
    }

    [Fact]
    public void Row_41_locks_out_a_charge_that_does_not_end()
    {
        SupervisorBench bench = new();
        bench.Inputs.ChargerActive = true;
        (bench.Inputs.ThermocoupleCelsius, bench.Inputs.BoardMilliCelsius) = (25, 25_000);
        bench.Run(3 * 3600 * 50);
        bench.Supervisor.FaultRow.ShouldBe(0);
        bench.Run(100);
        bench.Supervisor.FaultRow.ShouldBe(41);
    }

    private static HeaterBench Holding()
    {
        HeaterBench bench = new();
        bench.Start();
        bench.Run(30);
        bench.Supervisor.FaultRow.ShouldBe(0);
        return bench;
    }

    /// <summary>Full power, 9 W, into a heater whose resistance tells 60 °C.</summary>
    private static SupervisorBench Preheating(float couple)
    {
        SupervisorBench bench = new();
        bench.Heat(HeatPhase.Preheat, 345);
        bench.Inputs.ThermocoupleCelsius = couple;
        (bench.Inputs.HeaterVolts, bench.Inputs.HeaterAmps) = (3, 3);
        return bench;
    }

    /// <summary>Full power until this row trips, with no other in force.</summary>
    private static int TicksToFault(SupervisorBench bench, int row)
    {
        bench.Supervisor.MutedRows = ~(1L << row);
        int ticks = 0;
        while (bench.Supervisor.FaultRow == 0 && ticks < 2000)
        {
            bench.Step(1000);
            ticks++;
        }

        bench.Supervisor.FaultRow.ShouldBe(row);
        return ticks;
    }

    /// <summary>Runs until a row trips.</summary>
    private static double SecondsToFault(HeaterBench bench, int row, bool alone = false)
    {
        bench.Supervisor.MutedRows = alone ? ~(1L << row) : 1L << 56;
        long startMs = bench.NowMs;
        while (bench.Supervisor.FaultRow == 0 && bench.NowMs - startMs < 60_000)
        {
            bench.Tick();
        }

        bench.Supervisor.FaultRow.ShouldBe(row);
        bench.Supervisor.DutyPermille.ShouldBe(0);
        return (bench.NowMs - startMs) / 1000.0;
    }
}
