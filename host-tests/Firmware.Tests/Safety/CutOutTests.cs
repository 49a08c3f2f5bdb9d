using IqosDevice.Emulator.Board;
using IqosDevice.Emulator.Holder;
using IqosDevice.Firmware.Core.Session;

namespace IqosDevice.Firmware.Tests.Safety;

/// <summary>Rows 54 and 56 on the whole emulated board, with parts broken on purpose.</summary>
public sealed class CutOutTests
{
    [Fact]
    public void A_whole_board_passes_the_proof_and_heats()
    {
        using VirtualHolder holder = Started(PowerStageDefects.None);
        holder.Firmware.FaultRow.ShouldBe(0);
        holder.Plant.HeaterCelsius.ShouldBeLessThan(80);
        holder.Advance(TimeSpan.FromSeconds(2));
        holder.Plant.HeaterCelsius.ShouldBeGreaterThan(150);
    }

    [Fact]
    public void The_proof_is_made_while_the_button_is_held_and_costs_the_session_no_time()
    {
        using VirtualHolder holder = VirtualHolder.Start(new HolderOptions());
        holder.InsertStick();
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.HoldButton(TimeSpan.FromSeconds(1.2));
        holder.RunUntil(static h => h.Firmware.IsHeatingState, TimeSpan.FromSeconds(2)).ShouldBeTrue();

        holder.Advance(TimeSpan.FromMilliseconds(60));

        holder.Plant.HeaterDuty.ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void A_press_that_is_let_go_leaves_the_load_switch_open_and_the_next_start_proves_anew()
    {
        using VirtualHolder holder = VirtualHolder.Start(new HolderOptions());
        holder.InsertStick();
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.HoldButton(TimeSpan.FromSeconds(0.9));
        holder.RunUntil(static h => h.Plant.LoadSwitchClosed, TimeSpan.FromSeconds(0.8)).ShouldBeTrue();
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.Plant.LoadSwitchClosed.ShouldBeFalse();
        holder.Firmware.FaultRow.ShouldBe(0);

        holder.Board.PowerStage.Defects = PowerStageDefects.DeadManDead;
        holder.HoldButton(TimeSpan.FromSeconds(1.2));
        holder.Advance(TimeSpan.FromSeconds(3));

        holder.Firmware.FaultRow.ShouldBe(56);
        holder.Plant.HeaterCelsius.ShouldBeLessThan(35);
    }

    [Theory]
    [InlineData(PowerStageDefects.LoadSwitchWelded, 35)]
    [InlineData(PowerStageDefects.TransistorShorted, 60)]
    [InlineData(PowerStageDefects.DeadManDead, 35)]
    public void Row_56_a_part_that_cannot_cut_out_refuses_the_session(PowerStageDefects defect, double highest)
    {
        using VirtualHolder holder = Started(defect);
        holder.Advance(TimeSpan.FromSeconds(3));
        holder.Firmware.FaultRow.ShouldBeOneOf(56, 54);
        holder.Firmware.State.ShouldBe(HolderState.Error);
        holder.Plant.HeaterCelsius.ShouldBeLessThan(highest);
    }

    [Fact]
    public void A_transistor_that_shorts_in_a_session_trips_at_once()
    {
        using VirtualHolder holder = Started(PowerStageDefects.None);
        holder.Advance(TimeSpan.FromSeconds(40));
        holder.Firmware.FaultRow.ShouldBe(0);
        holder.Board.PowerStage.Defects = PowerStageDefects.TransistorShorted;
        double hottest = Hottest(holder, 1);

        // By the read-back, by the power, or by the temperature that leaves the set point, whichever the moment makes first.
        holder.Firmware.FaultRow.ShouldBeOneOf(54, 23, 16);
        hottest.ShouldBeLessThan(380);
    }

    private static VirtualHolder Started(PowerStageDefects defects)
    {
        VirtualHolder holder = VirtualHolder.Start(new HolderOptions());
        holder.Board.PowerStage.Defects = defects;
        holder.InsertStick();
        holder.Advance(TimeSpan.FromSeconds(1));
        holder.HoldButton(TimeSpan.FromSeconds(1.2));
        holder.Advance(TimeSpan.FromSeconds(1.25));
        return holder;
    }

    private static double Hottest(VirtualHolder holder, double seconds)
    {
        double hottest = 0;
        for (int tick = 0; tick < seconds * 50; tick++)
        {
            holder.Advance(TimeSpan.FromMilliseconds(20));
            hottest = Math.Max(hottest, holder.Plant.HeaterCelsius);
        }

        return hottest;
    }
}
