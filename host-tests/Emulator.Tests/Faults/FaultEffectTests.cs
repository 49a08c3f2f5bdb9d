using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Faults;
using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Core.Battery;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Emulator.Tests.Faults;

/// <summary>What single faults do to the board, to the firmware's inputs and to what leaves by the radio.</summary>
public sealed class FaultEffectTests : IDisposable
{
    private readonly VirtualHolder holder = VirtualHolder.Start();

    public FaultEffectTests() => holder.Advance(TimeSpan.FromSeconds(1));

    public void Dispose() => holder.Dispose();

    [Theory]
    [InlineData("second-sensor.wrong", 30, 55)]
    [InlineData("second-sensor.wrong", -25, 0)]
    public void The_firmware_reads_a_thermocouple_that_is_out_by_an_offset(string fault, double amount, double shownCelsius)
    {
        holder.Inject(fault, amount);
        holder.Advance(TimeSpan.FromSeconds(0.1));

        ((double)holder.Firmware.Inputs.ThermocoupleCelsius).ShouldBe(shownCelsius, 2);
        holder.Plant.ThermocoupleCelsius.ShouldBe(25, 0.1);
    }

    [Fact]
    public void A_broken_thermocouple_drives_converter_and_comparator_to_the_rail()
    {
        holder.Inject("second-sensor.off");
        holder.Advance(TimeSpan.FromSeconds(0.1));

        holder.Firmware.Inputs.ThermocoupleRaw.ShouldBeGreaterThan(3700);
        holder.Board.PowerStage.OverTemperatureTripped.ShouldBeTrue();
    }

    [Fact]
    public void A_heater_monitor_that_is_off_leaves_its_sample_to_age()
    {
        holder.Inject("heater-temperature.off");
        holder.Advance(TimeSpan.FromSeconds(1));
        long sampleMs = holder.Firmware.Inputs.HeaterSampleMs;
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.Firmware.Inputs.HeaterSampleMs.ShouldBe(sampleMs);

        holder.ClearFaults();
        holder.Advance(TimeSpan.FromSeconds(0.1));
        holder.Firmware.Inputs.HeaterSampleMs.ShouldBeGreaterThan(sampleMs);
    }

    [Fact]
    public void The_heater_shows_another_temperature_by_its_resistance()
    {
        Heat();
        holder.Inject("heater-temperature.wrong", -40);
        holder.Advance(TimeSpan.FromSeconds(0.1));

        float ohms = holder.Firmware.Inputs.HeaterVolts / holder.Firmware.Inputs.HeaterAmps;
        double shown = holder.Plant.Parameters.HeaterOhmsAt(holder.Plant.HeaterCelsius - 40) + holder.Plant.Parameters.ShuntOhms;
        ((double)ohms).ShouldBe(shown, 0.03);
    }

    [Theory]
    [InlineData("clock-fast", 1.5)]
    [InlineData("clock-slow", 0.5)]
    public void A_crystal_that_runs_wrong_moves_the_firmwares_time_and_not_the_real_time_clock(string fault, double rate)
    {
        long before = holder.Firmware.Inputs.HeaterSampleMs;
        uint secondsBefore = holder.Firmware.Inputs.RtcSeconds;

        holder.Inject(fault, rate);
        holder.Advance(TimeSpan.FromSeconds(10));

        ((double)(holder.Firmware.Inputs.HeaterSampleMs - before)).ShouldBe(10_000 * rate, 60);
        ((double)(holder.Firmware.Inputs.RtcSeconds - secondsBefore)).ShouldBe(10, 1);
    }

    [Fact]
    public void The_real_time_clock_counts_at_another_rate_from_the_injection_on()
    {
        uint before = holder.Firmware.Inputs.RtcSeconds;
        holder.Inject("clock.slow", 0.5);
        holder.Advance(TimeSpan.FromSeconds(20));

        ((double)(holder.Firmware.Inputs.RtcSeconds - before)).ShouldBe(10, 1.1);
    }

    [Fact]
    public void A_worn_flash_keeps_nothing_and_a_late_one_keeps_it_later()
    {
        holder.Inject("storage.stuck");
        int before = holder.Board.Flash.WriteCount;
        holder.Board.Storage.CreateDirectory(@"I:\x");
        holder.Board.Storage.CommitFile(@"I:\x\a", [1, 2, 3]);
        holder.Board.Flash.WriteCount.ShouldBe(before);

        holder.Inject("storage.delayed", 2);
        holder.Board.Storage.CommitFile(@"I:\x\a", [1, 2, 3]);
        holder.Board.Flash.FileExists(@"I:\x\a").ShouldBeFalse();
        holder.Advance(TimeSpan.FromSeconds(2.1));
        holder.Board.Flash.ReadFile(@"I:\x\a").ShouldBe([1, 2, 3]);
    }

    [Theory]
    [InlineData("storage.wrong", 1, 1)]
    [InlineData("storage.garbage", 10, 160)]
    public void What_is_read_of_a_corrupt_flash_differs_in_its_bits(string fault, int fewest, int most)
    {
        holder.Board.Storage.CreateDirectory(@"I:\x");
        holder.Board.Storage.CommitFile(@"I:\x\a", new byte[20]);
        holder.Inject(fault);

        byte[] read = holder.Board.Storage.ReadFile(@"I:\x\a").ShouldNotBeNull();

        read.Sum(value => System.Numerics.BitOperations.PopCount(value)).ShouldBeInRange(fewest, most);
        holder.Board.Flash.ReadFile(@"I:\x\a").ShouldBe(new byte[20]);
    }

    [Fact]
    public void A_flash_that_is_off_refuses()
    {
        holder.Inject("storage.off");

        Should.Throw<IOException>(() => holder.Board.Storage.ListFiles(@"I:\"));
    }

    [Fact]
    public void A_radio_that_is_off_neither_advertises_nor_comes_back_by_a_restart()
    {
        holder.Inject("radio.off");
        holder.Peripheral.IsAdvertising.ShouldBeFalse();
        holder.PowerCycle();
        holder.Peripheral.IsAdvertising.ShouldBeFalse();

        holder.ClearFaults();
        holder.Peripheral.IsAdvertising.ShouldBeTrue();
    }

    [Fact]
    public void A_heater_that_breaks_draws_nothing_and_one_that_shorts_trips_the_latch()
    {
        Heat();
        holder.Inject("heater-open");
        holder.Advance(TimeSpan.FromMilliseconds(20));
        holder.Plant.HeaterOnAmps.ShouldBe(0, 0.001);

        holder.Inject("heater-short");
        holder.Advance(TimeSpan.FromMilliseconds(20));
        holder.Board.PowerStage.OverCurrentTripped.ShouldBeTrue();
    }

    [Fact]
    public void A_stuck_cell_current_is_logged_and_not_counted_and_rest_finds_the_charge_again()
    {
        int first = holder.Firmware.NextEventSequence;
        holder.Inject("cell-current.stuck");
        Heat();
        holder.Advance(TimeSpan.FromMinutes(3));
        holder.Firmware.EventsFrom(first).ShouldContain(
            entry => entry.Kind == EventKind.GaugeReset && entry.Code == (int)GaugeReset.StuckCurrent);
        holder.Firmware.Gauge.BandPercent.ShouldBeGreaterThan(10);

        holder.ClearFaults();
        holder.HoldButton(TimeSpan.FromSeconds(1.2));
        holder.Advance(TimeSpan.FromMinutes(30));
        holder.Firmware.Gauge.BandPercent.ShouldBeLessThan(5);
        holder.Firmware.Gauge.EstimatedPercent.ShouldBe(holder.Plant.CellStateOfCharge * 100, 3);
    }

    [Fact]
    public void A_thermocouple_that_is_off_falls_to_the_temperature_beside_the_heater()
    {
        Heat();
        holder.Inject("thermocouple-off");
        holder.Advance(TimeSpan.FromSeconds(1));

        holder.Plant.ThermocoupleCelsius.ShouldBe(holder.Plant.BoardCelsius, 1);
    }

    [Fact]
    public void A_stall_at_full_power_is_ended_by_the_dead_man()
    {
        Heat();
        holder.Inject("firmware-stall-full-power");
        holder.Advance(TimeSpan.FromMilliseconds(100));
        holder.Board.PowerStage.Duty.ShouldBe(1);
        holder.Board.PowerStage.Conducts.ShouldBeTrue();

        holder.Advance(TimeSpan.FromMilliseconds(150));
        holder.Board.PowerStage.Conducts.ShouldBeFalse();
        holder.Plant.HeaterCelsius.ShouldBeLessThan(420);
    }

    [Fact]
    public void A_cut_of_the_flash_ends_the_holder_and_clearing_it_boots_it_again()
    {
        holder.Inject("flash-cut", 3);
        holder.HoldButton(TimeSpan.FromSeconds(11));
        holder.Advance(TimeSpan.FromSeconds(1200));
        holder.Board.Flash.PowerIsLost.ShouldBeTrue("something is written within twenty minutes");

        holder.ClearFaults();
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.Board.Flash.PowerIsLost.ShouldBeFalse();
        holder.Firmware.Inputs.CellMv.ShouldBeGreaterThan(3000);
    }

    [Fact]
    public void Tolerances_of_the_sensors_reach_the_firmware()
    {
        var sensors = new SensorErrors { ThermocoupleOffsetCelsius = 3, CellVoltageGain = 1.02, BoardOffsetCelsius = -2, AdcNoiseBits = 0 };
        using VirtualHolder tolerant = VirtualHolder.Start(new HolderOptions { Sensors = sensors });
        tolerant.Advance(TimeSpan.FromSeconds(1));

        ((double)tolerant.Firmware.Inputs.ThermocoupleCelsius).ShouldBe(28, 0.6);
        (tolerant.Firmware.Inputs.BoardMilliCelsius * 1e-3).ShouldBe(23, 0.3);
        (tolerant.Firmware.Inputs.CellMv * 1e-3).ShouldBe(1.02 * tolerant.Plant.CellVolts, 0.003);
    }

    private void Heat()
    {
        holder.InsertStick();
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.HoldButton(TimeSpan.FromSeconds(1.2));
        holder.RunUntil(h => h.Plant.HeaterCelsius > 200, TimeSpan.FromSeconds(10)).ShouldBeTrue();
    }
}
