using System.Device.Gpio;
using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Esp32;
using IqosDevice.NanoFramework.Host;
using IqosDevice.NanoFramework.Tests;

namespace IqosDevice.Firmware.Tests.Esp32;

public sealed class SensorScheduleTests
{
    private readonly FakeBoard board = new();
    private readonly BoardInputs inputs = new();

    [Fact]
    public void A_board_without_chips_is_survived_and_leaves_no_sample()
    {
        using HostBoard.Scope scope = board.Enter();
        SensorSchedule schedule = Start();

        Run(schedule, 30);

        inputs.HeaterSampleMs.ShouldBe(-1);
        inputs.CellSampleMs.ShouldBe(-1);
        inputs.RtcSeconds.ShouldBe(0U);
        inputs.DoubleTapped.ShouldBeFalse();
        inputs.Tilted.ShouldBeFalse();
    }

    [Fact]
    public void The_first_step_sees_every_channel()
    {
        using HostBoard.Scope scope = board.Enter();
        AddChips();
        Start();

        inputs.CellSampleMs.ShouldBe(0);
        inputs.HeaterSampleMs.ShouldBe(0);
        inputs.ThermocoupleSampleMs.ShouldBe(0);
        inputs.ReferenceMv.ShouldBeInRange(1224, 1226);
        inputs.CellMilliCelsius.ShouldBeInRange(24_800, 25_200);
        inputs.BoardMilliCelsius.ShouldBeInRange(24_800, 25_200);
        inputs.ThermocoupleCelsius.ShouldBe(25f, 0.2f);
        inputs.RtcSeconds.ShouldBe(504_966_896U);
    }

    [Fact]
    public void A_tick_reads_the_heater_twice_and_at_most_one_other_chip()
    {
        using HostBoard.Scope scope = board.Enter();
        AddChips();
        SensorSchedule schedule = Start();

        for (int tick = 1; tick <= 20; tick++)
        {
            board.I2cTransfers.Clear();
            schedule.Sample(tick * 20, inputs);

            board.I2cTransfers.Count(transfer => transfer.Address == Pins.HeaterMonitorAddress).ShouldBe(2);
            board.I2cTransfers.Select(transfer => transfer.Address).Distinct().Count().ShouldBeLessThanOrEqualTo(2);
            inputs.HeaterSampleMs.ShouldBe(tick * 20);
            inputs.ThermocoupleSampleMs.ShouldBe(tick * 20);
        }
    }

    [Fact]
    public void The_cell_is_read_five_times_a_second()
    {
        using HostBoard.Scope scope = board.Enter();
        AddChips();
        SensorSchedule schedule = Start();
        List<long> times = [];

        for (int tick = 1; tick <= 50; tick++)
        {
            schedule.Sample(tick * 20, inputs);
            if (inputs.CellSampleMs == tick * 20)
            {
                times.Add(inputs.CellSampleMs);
            }
        }

        times.ShouldBe([20, 220, 420, 620, 820]);
    }

    [Fact]
    public void A_double_tap_and_a_tilt_hold_until_the_next_look_at_the_accelerometer()
    {
        using HostBoard.Scope scope = board.Enter();
        AddChips();
        SensorSchedule schedule = Start();
        board.I2cRegisters[(Pins.AccelerometerAddress, 0x39)] = [0x64];
        board.I2cRegisters[(Pins.AccelerometerAddress, 0x31)] = [0x48];
        int taps = 0;
        int tilts = 0;

        for (int tick = 1; tick <= 30; tick++)
        {
            schedule.Sample(tick * 20, inputs);
            taps += inputs.DoubleTapped ? 1 : 0;
            tilts += inputs.Tilted ? 1 : 0;
            if (inputs.DoubleTapped)
            {
                // Reading clears the latch of the click; the tilt lasts.
                board.I2cRegisters[(Pins.AccelerometerAddress, 0x39)] = [0x00];
            }
        }

        taps.ShouldBe(10, "ticks of 20 ms; a look every 200 ms");
        tilts.ShouldBe(10);
    }

    [Fact]
    public void A_single_click_is_no_double_tap()
    {
        using HostBoard.Scope scope = board.Enter();
        AddChips();
        SensorSchedule schedule = Start();
        board.I2cRegisters[(Pins.AccelerometerAddress, 0x39)] = [0x54];

        for (int tick = 1; tick <= 10; tick++)
        {
            schedule.Sample(tick * 20, inputs);
            inputs.DoubleTapped.ShouldBeFalse();
        }
    }

    [Fact]
    public void An_accelerometer_that_comes_late_is_configured_then()
    {
        using HostBoard.Scope scope = board.Enter();
        SensorSchedule schedule = Start();
        AddChips();
        board.I2cRegisters[(Pins.AccelerometerAddress, 0x31)] = [0x48];

        Run(schedule, 10);

        board.I2cTransfers.ShouldContain(transfer =>
            transfer.Address == Pins.AccelerometerAddress && transfer.Written.SequenceEqual(new byte[] { 0x20, 0x57 }));
    }

    [Fact]
    public void Sampling_allocates_nothing()
    {
        using HostBoard.Scope scope = board.Enter();
        AddChips();
        SensorSchedule schedule = Start();
        board.RecordTransfers = false;
        Run(schedule, 20);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Run(schedule, 500);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static int Raw(int mv) => (int)Math.Round(mv * 4095 / 3300.0);

    private SensorSchedule Start()
    {
        foreach (int pin in new[] { Pins.Button, Pins.StickSwitch, Pins.DockContact, Pins.ChargerStatus })
        {
            board.Levels[pin] = true;
        }

        var schedule = new SensorSchedule(new GpioController());
        schedule.Start(0, inputs);
        return schedule;
    }

    private void Run(SensorSchedule schedule, int ticks)
    {
        for (int tick = 1; tick <= ticks; tick++)
        {
            schedule.Sample(tick * 20, inputs);
        }
    }

    private void AddChips()
    {
        board.I2cAnswers[Pins.HeaterMonitorAddress] = [0, 0];
        board.I2cAnswers[Pins.CellMonitorAddress] = [0, 0];
        board.I2cAnswers[Pins.AccelerometerAddress] = [0];
        board.I2cRegisters[(Pins.AccelerometerAddress, 0x0F)] = [0x33];
        board.I2cAnswers[Pins.RealTimeClockAddress] = [0x56, 0x34, 0x12, 0x05, 0x01, 0x01, 0x26];
        board.AdcValues[Pins.ReferenceChannel] = Raw(1225);
        board.AdcValues[Pins.CellThermistorChannel] = Raw(892);
        board.AdcValues[Pins.BoardThermistorChannel] = Raw(892);
        board.AdcValues[Pins.ThermocoupleChannel] = Raw(375);
    }
}
