using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Checkers;
using IqosDevice.Emulator.Holder.Sessions.Population;
using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Session;
using IqosDevice.Firmware.Core.Storage;

namespace IqosDevice.Emulator.Tests.Holder;

/// <summary>The calibration run on the device, through pins, chips and flash.</summary>
public sealed class CalibrationTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public void Heat_capacity_and_loss_are_found_whatever_the_unit()
    {
        for (int run = 0; run < 12; run++)
        {
            SessionDraw draw = SessionDraw.Of(21, run, SessionDraw.HighestSpread);
            UnitCalibration found = CalibrationBench.Run(draw);

            double capacity = draw.Plant.HeaterHeatCapacityJoulesPerKelvin;
            double loss = draw.Plant.HeaterToAmbientWattsPerKelvin + draw.Plant.EmptyBoreWattsPerKelvin;
            (found.HeatCapacityMicroJoule * 1e-6).ShouldBe(capacity, 0.02 * capacity, $"run {run}");
            (found.LossMicroWatt * 1e-6).ShouldBe(loss, 0.10 * loss, $"run {run}");
        }
    }

    [Fact]
    public void What_was_found_outlives_the_power_and_no_invariant_breaks()
    {
        using var holder = VirtualHolder.Start(new HolderOptions { Seed = 4 });
        var invariants = new InvariantChecker();
        holder.Observe(invariants);
        holder.Advance(Second);
        holder.Calibrate();
        holder.RunUntil(h => h.Firmware.IsCalibrating, Limit).ShouldBeTrue();
        holder.RunUntil(h => !h.Firmware.IsCalibrating, Limit).ShouldBeTrue();
        int found = holder.Firmware.HeatCapacityMicroJoule;
        found.ShouldBeInRange(73_500, 76_500);
        holder.Advance(3 * Second);

        holder.PowerCycle();
        holder.Advance(Second);

        holder.Firmware.HeatCapacityMicroJoule.ShouldBe(found);
        invariants.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("undock")]
    [InlineData("stick")]
    [InlineData("reset")]
    public void Whatever_disturbs_a_run_ends_it_and_changes_nothing(string what)
    {
        using var holder = VirtualHolder.Start();
        holder.Advance(Second);
        holder.Calibrate();
        holder.RunUntil(h => h.Firmware.IsCalibrating && h.Plant.HeaterCelsius > 100, Limit).ShouldBeTrue();
        switch (what)
        {
            case "undock":
                holder.Undock();
                break;
            case "stick":
                holder.InsertStick();
                break;
            default:
                holder.PressButton();
                holder.Advance(TimeSpan.FromSeconds(0.1));
                holder.HoldButton(TimeSpan.FromSeconds(11));
                break;
        }

        holder.RunUntil(h => !h.Firmware.IsCalibrating, TimeSpan.FromSeconds(12)).ShouldBeTrue();
        holder.Advance(Second);
        holder.Board.PowerStage.Conducts.ShouldBeFalse();
        if (what != "reset")
        {
            holder.Firmware.HeatCapacityMicroJoule.ShouldBe(0);
        }
    }

    [Fact]
    public void Undocked_or_with_a_stick_a_long_press_calibrates_nothing()
    {
        using var holder = VirtualHolder.Start();
        holder.Advance(Second);
        holder.HoldButton(TimeSpan.FromSeconds(6));
        holder.RunUntil(h => h.Firmware.IsCalibrating, TimeSpan.FromSeconds(8)).ShouldBeFalse();
        holder.InsertStick();
        holder.Dock();
        holder.Advance(Second);
        holder.HoldButton(TimeSpan.FromSeconds(6));
        holder.RunUntil(h => h.Firmware.IsCalibrating, TimeSpan.FromSeconds(8)).ShouldBeFalse();
        holder.Firmware.State.ShouldBe(HolderState.Charging);
    }

    [Fact]
    public void A_one_piece_model_calibrates_on_its_cable()
    {
        using var holder = VirtualHolder.Start(new HolderOptions { Model = "ILUMA i ONE" });
        holder.Advance(Second);
        holder.Calibrate();
        holder.RunUntil(h => h.Firmware.IsCalibrating, Limit).ShouldBeTrue();
        holder.RunUntil(h => !h.Firmware.IsCalibrating, Limit).ShouldBeTrue();
        holder.Firmware.HeatCapacityMicroJoule.ShouldBeInRange(73_500, 76_500);
    }

    [Fact]
    public void A_unit_that_cannot_be_is_not_believed()
    {
        var options = new HolderOptions { Plant = new PlantParameters { HeaterHeatCapacityJoulesPerKelvin = 0.2 } };
        using var holder = VirtualHolder.Start(options);
        holder.Advance(Second);
        holder.Calibrate();
        holder.RunUntil(h => h.Firmware.IsCalibrating, Limit).ShouldBeTrue();
        holder.RunUntil(h => !h.Firmware.IsCalibrating, Limit).ShouldBeTrue();
        holder.Firmware.HeatCapacityMicroJoule.ShouldBe(0);
    }
}
