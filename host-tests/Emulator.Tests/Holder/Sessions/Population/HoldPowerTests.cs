using IqosDevice.Emulator.Holder.Sessions.Population;
using IqosDevice.Emulator.Plant;

namespace IqosDevice.Emulator.Tests.Holder.Sessions.Population;

public sealed class HoldPowerTests
{
    /// <summary>The formula against the equations: a plant that is given what it needs stays where it is.</summary>
    [Fact]
    public void What_is_needed_without_puffs_holds_the_plant_in_its_steady_state()
    {
        SessionDraw draw = SessionDraw.Of(5, 2, 0.3);
        PlantParameters unit = draw.Plant with { DryingJoules = 0, InitialStateOfCharge = 1, CellAmpereHours = 1000 };
        var plant = new HolderPlant(unit) { AmbientCelsius = draw.AmbientCelsius, StickInserted = true, LoadSwitchClosed = true };
        double watts = HoldPower.NeededWatts(unit, draw.AmbientCelsius, []);
        for (int i = 0; i < 40_000; i++)
        {
            double amps = plant.HeaterOnAmps;
            plant.HeaterDuty = watts / (amps * amps * unit.HeaterOhmsAt(plant.HeaterCelsius));
            plant.AdvanceTo(plant.TimeUs + 10_000);
        }

        plant.HeaterCelsius.ShouldBe(345, 0.5);
    }

    [Fact]
    public void A_weak_and_cold_cell_is_told_from_a_strong_one()
    {
        SessionDraw[] draws = [.. Enumerable.Range(0, 300).Select(run => SessionDraw.Of(5, run, 0.3))];
        SessionDraw[] weak = [.. draws.Where(HoldPower.IsStrongestPuffBeyondTheCell)];

        weak.Length.ShouldBeInRange(10, 100);
        weak.Average(draw => draw.OpenCircuitVolts).ShouldBeLessThan(draws.Average(draw => draw.OpenCircuitVolts) - 0.1);
        draws.Count(HoldPower.IsBeyondTheCell).ShouldBeLessThan(15);
    }

    [Fact]
    public void Puffs_need_more_and_a_rested_cell_gives_what_the_plant_draws_at_once()
    {
        SessionDraw draw = SessionDraw.Of(5, 2, 0.3);
        PlantParameters unit = draw.Plant;

        double quiet = HoldPower.NeededWatts(unit, draw.AmbientCelsius, []);
        HoldPower.NeededWatts(unit, draw.AmbientCelsius, draw.Puffs.Puffs).ShouldBeGreaterThan(quiet + 0.3);
        HoldPower.GivenWatts(unit, draw.AmbientCelsius, 3.4).ShouldBeLessThan(HoldPower.GivenWatts(unit, draw.AmbientCelsius, 4.2));
        HoldPower.GivenWatts(unit, draw.AmbientCelsius, 10).ShouldBe(HoldPower.HighestWatts);
    }
}
