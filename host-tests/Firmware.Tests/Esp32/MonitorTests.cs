using IqosDevice.Firmware.Core.Ports;
using IqosDevice.Firmware.Esp32;
using IqosDevice.NanoFramework.Host;
using IqosDevice.NanoFramework.Tests;

namespace IqosDevice.Firmware.Tests.Esp32;

public sealed class MonitorTests
{
    private readonly FakeBoard board = new();
    private readonly BoardInputs inputs = new();

    [Fact]
    public void Heater_registers_become_volts_and_amperes()
    {
        using HostBoard.Scope scope = board.Enter();
        board.I2cRegisters[(0x40, 1)] = [0x27, 0x10]; // 10000 x 2.5 uV = 25 mV over 10 milliohm
        board.I2cRegisters[(0x40, 2)] = [0x0A, 0x00]; // 2560 x 1.25 mV

        new HeaterMonitor().Sample(1240, inputs);

        inputs.HeaterAmps.ShouldBe(2.5f, 1e-4f);
        inputs.HeaterVolts.ShouldBe(3.2f, 1e-4f);
        inputs.HeaterSampleMs.ShouldBe(1240);
    }

    [Fact]
    public void A_heater_monitor_that_is_gone_leaves_an_aging_sample()
    {
        using HostBoard.Scope scope = board.Enter();
        var monitor = new HeaterMonitor();
        monitor.Start();
        monitor.Sample(20, inputs);
        inputs.HeaterSampleMs.ShouldBe(-1);

        board.I2cAnswers[0x40] = [0x10, 0x00];
        monitor.Sample(40, inputs);
        board.I2cAnswers.Clear();
        monitor.Sample(60, inputs);

        inputs.HeaterSampleMs.ShouldBe(40);
    }

    [Fact]
    public void Half_a_sample_is_none()
    {
        using HostBoard.Scope scope = board.Enter();
        board.I2cRegisters[(0x40, 1)] = [0x27, 0x10];

        new HeaterMonitor().Sample(20, inputs);

        inputs.HeaterSampleMs.ShouldBe(-1);
        inputs.HeaterAmps.ShouldBe(0f);
    }

    [Theory]
    [InlineData(0x03, 0xE8, 250)] // 1000 bits: charging
    [InlineData(0xFC, 0x18, -250)]
    [InlineData(0xC1, 0x80, -4000)] // heater at full load
    public void Cell_current_is_positive_while_charging(byte high, byte low, int milliamperes)
    {
        using HostBoard.Scope scope = board.Enter();
        board.I2cRegisters[(0x41, 1)] = [high, low];
        board.I2cRegisters[(0x41, 2)] = [0x0B, 0xB8]; // 3000 x 1.25 mV

        new CellMonitor().Sample(200, inputs);

        inputs.CellMa.ShouldBe(milliamperes);
        inputs.CellMv.ShouldBe(3750);
        inputs.CellSampleMs.ShouldBe(200);
    }

    [Fact]
    public void The_monitors_are_set_to_continuous_conversions_of_1_1_ms()
    {
        using HostBoard.Scope scope = board.Enter();

        new HeaterMonitor().Start();

        board.I2cTransfers.ShouldHaveSingleItem().Written.ShouldBe([0x00, 0x41, 0x27]);
    }
}
