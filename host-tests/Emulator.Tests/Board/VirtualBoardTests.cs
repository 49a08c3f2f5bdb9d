using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Plant;
using IqosDevice.Emulator.Simulation;

namespace IqosDevice.Emulator.Tests.Board;

/// <summary>The power stage and its protections on the plant, driven by pins as the firmware drives them.</summary>
public sealed class VirtualBoardTests
{
    private readonly EventQueue queue = new();
    private readonly HolderPlant plant;
    private readonly VirtualBoard board;
    private bool beat;

    public VirtualBoardTests()
        : this(new PlantParameters())
    {
    }

    private VirtualBoardTests(PlantParameters parameters)
    {
        plant = new HolderPlant(parameters);
        board = new VirtualBoard(queue, plant, 1, new FlashVolume());
        board.Reset();
        foreach (int pin in (int[])[Wiring.LoadSwitchPin, Wiring.HeartbeatPin, Wiring.ChargeEnablePin])
        {
            board.Gpio.SetMode(pin, output: true);
        }
    }

    [Fact]
    public void The_heater_heats_with_duty_enable_and_heartbeat()
    {
        Heat(200);
        Beat(seconds: 2);

        plant.HeaterCelsius.ShouldBeGreaterThan(60);
        board.PowerStage.Conducts.ShouldBeTrue();
    }

    [Fact]
    public void Without_the_enable_pin_nothing_flows()
    {
        Heat(200);
        board.Gpio.Write(Wiring.LoadSwitchPin, false);
        Beat(seconds: 2);

        plant.HeaterJoules.ShouldBe(0);
    }

    [Fact]
    public void Without_a_first_edge_of_the_heartbeat_nothing_flows()
    {
        Heat(200);
        Wait(seconds: 2);

        plant.HeaterJoules.ShouldBe(0);
    }

    [Fact]
    public void The_dead_man_opens_200_ms_after_the_last_edge()
    {
        Heat(200);
        Beat(seconds: 0.1);

        Wait(seconds: 0.179);
        board.PowerStage.Conducts.ShouldBeTrue();
        Wait(seconds: 0.002);
        board.PowerStage.Conducts.ShouldBeFalse();
        board.PowerStage.DeadManExpired.ShouldBeTrue();
    }

    [Fact]
    public void The_energy_after_a_hang_does_not_depend_on_when_somebody_looks()
    {
        Heat(200);
        Beat(seconds: 0.1);
        Wait(seconds: 5);
        double joules = plant.HeaterJoules;

        var other = new VirtualBoardTests();
        other.Heat(200);
        other.Beat(seconds: 0.1);
        for (int i = 0; i < 500; i++)
        {
            other.Wait(seconds: 0.01);
        }

        other.plant.HeaterJoules.ShouldBe(joules, joules * 1e-6);
    }

    [Fact]
    public void A_new_edge_closes_the_load_switch_again()
    {
        Heat(200);
        Beat(seconds: 0.1);
        Wait(seconds: 1);
        Beat(seconds: 0.02);

        board.PowerStage.Conducts.ShouldBeTrue();
    }

    [Fact]
    public void A_dead_dead_man_lets_the_heater_run_away()
    {
        board.PowerStage.Defects = PowerStageDefects.DeadManDead;
        Heat(200);
        Beat(seconds: 0.1);
        Wait(seconds: 2);

        board.PowerStage.Conducts.ShouldBeTrue();
    }

    [Fact]
    public void The_comparator_opens_at_400_degrees_and_stays_open_until_power_off()
    {
        Heat(1000);
        Beat(seconds: 60);

        board.PowerStage.OverTemperatureTripped.ShouldBeTrue();
        plant.ThermocoupleCelsius.ShouldBeLessThan(400, "it has cooled since");
        plant.HeaterDuty.ShouldBe(1, "nobody told the transistor");
        board.PowerStage.Conducts.ShouldBeFalse();

        board.Reset();
        board.PowerStage.OverTemperatureTripped.ShouldBeFalse();
    }

    [Fact]
    public void The_comparator_keeps_the_heater_below_what_its_sensor_lag_allows()
    {
        Heat(1000);
        double peak = 0;
        for (int i = 0; i < 600; i++)
        {
            Beat(seconds: 0.1);
            peak = Math.Max(peak, plant.HeaterCelsius);
        }

        peak.ShouldBeInRange(400, 440);
    }

    [Fact]
    public void With_a_dead_comparator_the_heater_passes_400_degrees()
    {
        board.PowerStage.Defects = PowerStageDefects.ComparatorDead;
        Heat(1000);
        Beat(seconds: 60);

        plant.HeaterCelsius.ShouldBeGreaterThan(450);
    }

    [Fact]
    public void The_over_current_latch_opens_before_a_short_has_taken_any_energy()
    {
        VirtualBoardTests shorted = WithHeater(ohms: 0.2);
        shorted.Heat(100);
        shorted.Beat(seconds: 1);

        shorted.board.PowerStage.OverCurrentTripped.ShouldBeTrue();
        shorted.plant.HeaterJoules.ShouldBe(0);

        shorted.board.Reset();
        shorted.board.PowerStage.OverCurrentTripped.ShouldBeFalse();
    }

    [Fact]
    public void A_cold_heater_at_the_lower_end_of_its_tolerance_does_not_trip_the_over_current_latch()
    {
        VirtualBoardTests low = WithHeater(ohms: 0.8 * 0.7);
        low.Heat(1000);
        low.Beat(seconds: 1);

        low.board.PowerStage.OverCurrentTripped.ShouldBeFalse();
        low.plant.HeaterJoules.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void With_a_dead_over_current_latch_a_short_draws_more_than_7_amperes()
    {
        VirtualBoardTests shorted = WithHeater(ohms: 0.2);
        shorted.board.PowerStage.Defects = PowerStageDefects.OverCurrentDead;
        shorted.Heat(100);
        shorted.Beat(seconds: 0.02);

        shorted.plant.HeaterOnAmps.ShouldBeGreaterThan(7);
        shorted.plant.HeaterJoules.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_shorted_transistor_heats_at_duty_0()
    {
        board.PowerStage.Defects = PowerStageDefects.TransistorShorted;
        Heat(0);
        Beat(seconds: 1);

        plant.HeaterJoules.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void A_welded_load_switch_ignores_the_dead_man()
    {
        board.PowerStage.Defects = PowerStageDefects.LoadSwitchWelded;
        Heat(200);
        Wait(seconds: 1);

        plant.HeaterJoules.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Resistance_from_the_heater_monitor_is_right_at_any_duty()
    {
        Heat(100);
        foreach (int duty in (int[])[100, 300, 700, 1000])
        {
            board.Pwm.Set(Wiring.HeaterPin, 20_000, duty * 10, running: true);
            Beat(seconds: 0.02);
            double amps = ReadMonitor(0x01) * Ina226Chip.ShuntLsbVolts / Wiring.ShuntOhms;
            double volts = ReadMonitor(0x02) * Ina226Chip.BusLsbVolts;

            (volts / amps).ShouldBe(plant.HeaterOnVolts / plant.HeaterOnAmps, 0.02, $"duty {duty}");
        }
    }

    [Fact]
    public void Reading_a_chip_costs_time_and_nothing_else_does()
    {
        var processor = new Microcontroller(board, _ => { });
        long before = board.NowUs;

        processor.I2c.Transfer(1, Wiring.HeaterMonitorAddress, [0x01], new byte[2]).ShouldBeTrue();

        (board.NowUs - before).ShouldBe(I2cBus.DurationUs(1, 2));
        (board.NowUs - before).ShouldBeInRange(100, 300);
    }

    [Fact]
    public void A_silent_chip_and_an_empty_address_do_not_acknowledge()
    {
        var processor = new Microcontroller(board, _ => { });
        board.I2c.SetSilent(Wiring.HeaterMonitorAddress, true);

        processor.I2c.Transfer(1, Wiring.HeaterMonitorAddress, [0x01], new byte[2]).ShouldBeFalse();
        processor.I2c.Transfer(1, 0x50, [0x01], new byte[2]).ShouldBeFalse();
        processor.I2c.Transfer(0, Wiring.CellMonitorAddress, [0x01], new byte[2]).ShouldBeFalse("another bus");
    }

    [Fact]
    public void The_switches_are_active_low()
    {
        board.Gpio.Read(Wiring.ButtonPin).ShouldBeTrue();
        board.ButtonHeld = true;
        board.Gpio.Read(Wiring.ButtonPin).ShouldBeFalse();

        board.Gpio.Read(Wiring.StickPin).ShouldBeTrue();
        plant.StickInserted = true;
        board.Gpio.Read(Wiring.StickPin).ShouldBeFalse();

        board.Gpio.Read(Wiring.DockPin).ShouldBeTrue();
        board.DockContact = true;
        board.Gpio.Read(Wiring.DockPin).ShouldBeFalse();
    }

    [Fact]
    public void Docked_and_enabled_the_charger_gives_250_mA_and_says_so()
    {
        board.DockContact = true;
        Wait(seconds: 1);
        plant.CellAmps.ShouldBe(0, "not enabled");
        board.Gpio.Read(Wiring.ChargerStatusPin).ShouldBeTrue();

        board.Gpio.Write(Wiring.ChargeEnablePin, true);
        Wait(seconds: 1);

        plant.CellAmps.ShouldBe(0.25, 1e-6);
        board.Gpio.Read(Wiring.ChargerStatusPin).ShouldBeFalse();
    }

    [Fact]
    public void Charging_ends_at_4_2_volts_with_a_full_cell()
    {
        board.DockContact = true;
        board.Gpio.Write(Wiring.ChargeEnablePin, true);
        double highest = 0;
        for (int i = 0; i < 180 && (i < 1 || board.Charger.Active); i++)
        {
            Wait(seconds: 60);
            highest = Math.Max(highest, plant.CellVolts);
        }

        highest.ShouldBeLessThan(4.21);
        board.Charger.Active.ShouldBeFalse();
        plant.CellAmps.ShouldBe(0);
        plant.CellStateOfCharge.ShouldBeGreaterThan(0.97);
    }

    [Fact]
    public void Taking_the_holder_out_ends_charging_at_once()
    {
        board.DockContact = true;
        board.Gpio.Write(Wiring.ChargeEnablePin, true);
        Wait(seconds: 1);
        board.DockContact = false;

        plant.ChargeAmps.ShouldBe(0);
        board.Gpio.Read(Wiring.ChargerStatusPin).ShouldBeTrue();
    }

    private static VirtualBoardTests WithHeater(double ohms) => new(new PlantParameters { HeaterR0Ohms = ohms });

    private void Heat(int permille)
    {
        board.Gpio.Write(Wiring.LoadSwitchPin, true);
        board.Pwm.Set(Wiring.HeaterPin, 20_000, permille * 10, running: true);
    }

    private void Beat(double seconds)
    {
        for (int i = 0; i < (int)Math.Round(seconds * 50); i++)
        {
            beat = !beat;
            board.Gpio.Write(Wiring.HeartbeatPin, beat);
            Wait(seconds: 0.02);
        }
    }

    private void Wait(double seconds)
    {
        queue.RunUntil(queue.NowUs + (long)Math.Round(seconds * 1e6));
        board.Settle();
    }

    private int ReadMonitor(byte register)
    {
        var buffer = new byte[2];
        board.I2c.Transfer(Wiring.HeaterMonitorAddress, board.NowUs, [register], buffer);
        return (short)((buffer[0] << 8) | buffer[1]);
    }
}
