using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Core.Control;
using IqosDevice.Firmware.Core.Safety;

namespace IqosDevice.Firmware.Tests.Safety;

/// <summary>Rows that look while nothing is heated: the charge of a cell at rest (44, 45), free memory (51); and the gate (54).</summary>
public sealed class RestRowTests
{
    private const int TicksPerMinute = 3000;
    private const int FullChargeMv = 4180;
    private const int HalfChargeMv = 3705;

    private readonly SupervisorBench bench = new();

    [Theory]
    [InlineData(51, true)]
    [InlineData(-51, true)]
    [InlineData(49, false)]
    public void Row_44_warns_of_a_charge_that_jumps_at_rest(int permille, bool warns)
    {
        Rest(500, HalfChargeMv, minutes: 2).ShouldBe(0);
        Rest(500 + permille, HalfChargeMv, minutes: 1).ShouldBe(warns ? ChargeJumpCheck.Row : 0);
    }

    [Fact]
    public void Row_44_leaves_the_minute_after_a_load_alone()
    {
        Rest(500, HalfChargeMv, minutes: 2);
        bench.Inputs.CellMa = -2000;
        bench.Run(50);
        bench.Supervisor.NoteCharge(400);
        bench.Inputs.CellMa = 0;
        bench.Run(1000);
        Rest(460, HalfChargeMv, minutes: 2).ShouldBe(0);
    }

    [Theory]
    [InlineData(500, HalfChargeMv, false)]
    [InlineData(590, HalfChargeMv, false)]
    [InlineData(650, HalfChargeMv, true)]
    [InlineData(350, HalfChargeMv, true)]
    [InlineData(1000, FullChargeMv, false)]
    public void Row_45_warns_where_ten_minutes_of_rest_show_another_charge_than_was_counted(int permille, int cellMv, bool warns)
    {
        Rest(permille, cellMv, minutes: 9).ShouldBe(0);
        Rest(permille, cellMv, minutes: 2).ShouldBe(warns ? RestingCellCheck.Row : 0);
    }

    [Fact]
    public void Row_45_says_nothing_while_the_cell_is_used()
    {
        bench.Supervisor.NoteCharge(800);
        bench.Inputs.CellMv = HalfChargeMv;
        bench.Inputs.CellMa = -200;
        bench.Run(12 * TicksPerMinute);
        bench.Supervisor.WarningRow.ShouldBe(0);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(3072, 0)]
    [InlineData(3071, FreeMemoryCheck.Row)]
    [InlineData(0, FreeMemoryCheck.Row)]
    public void Row_51_trips_where_memory_runs_out(int bytes, int row)
    {
        bench.Inputs.FreeMemoryBytes = bytes;
        bench.Run(2 * SlowChecks.TurnCount);
        bench.Supervisor.FaultRow.ShouldBe(row);
    }

    [Fact]
    public void Row_51_the_board_asks_at_boot_and_every_ten_minutes_of_rest()
    {
        using VirtualHolder holder = VirtualHolder.Start(new HolderOptions());
        holder.Firmware.Inputs.FreeMemoryBytes.ShouldBe((int)VirtualBoard.UsualFreeMemoryBytes);
        holder.Board.FreeMemoryBytes = 2000;
        holder.Advance(TimeSpan.FromMinutes(9));
        holder.Firmware.FaultRow.ShouldBe(0);
        holder.Advance(TimeSpan.FromMinutes(2));
        holder.Firmware.FaultRow.ShouldBe(FreeMemoryCheck.Row);
    }

    [Theory]
    [InlineData(1000, 20)]
    [InlineData(200, 100)]
    public void Row_54_trips_where_the_gate_is_never_seen_high_while_it_is_driven(int permille, int ticks)
    {
        Drive(permille, gateHigh: false, ticks);
        bench.Supervisor.FaultRow.ShouldBe(0);
        bench.Run(3, permille);
        bench.Supervisor.FaultRow.ShouldBe(ReadBackCheck.Row);
    }

    [Fact]
    public void Row_54_one_look_at_a_gate_that_is_high_is_enough()
    {
        for (int round = 0; round < 20; round++)
        {
            Drive(200, gateHigh: false, 90);
            Drive(200, gateHigh: true, 1);
        }

        bench.Supervisor.FaultRow.ShouldBe(0);
    }

    /// <summary>Some minutes in which nothing flows.</summary>
    /// <returns>The last row that warned meanwhile, 0 for none.</returns>
    private int Rest(int permille, int cellMv, int minutes)
    {
        int warned = 0;
        bench.Supervisor.NoteCharge(permille);
        bench.Inputs.CellMv = cellMv;
        for (int tick = 0; tick < minutes * TicksPerMinute; tick++)
        {
            bench.Step(0);
            warned = bench.Supervisor.WarningRow > 0 ? bench.Supervisor.WarningRow : warned;
        }

        return warned;
    }

    private void Drive(int permille, bool gateHigh, int ticks)
    {
        bench.Heat(HeatPhase.Hold, 335);
        bench.GateLives = gateHigh;
        bench.Inputs.CellMv = 3900;
        (bench.Inputs.HeaterVolts, bench.Inputs.HeaterAmps) = (3.3f * permille / 1000, 3.3f * permille / 1000 / 1.5f);
        bench.Run(ticks, permille);
    }
}
