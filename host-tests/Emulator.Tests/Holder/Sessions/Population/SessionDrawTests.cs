using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Sessions.Population;
using IqosDevice.Emulator.Plant;
using IqosDevice.Firmware.Core.Control;

namespace IqosDevice.Emulator.Tests.Holder.Sessions.Population;

public sealed class SessionDrawTests
{
    private const double Spread = 0.30;

    // What is no property of the unit: temperatures of water and platinum, the measuring shunt, the cell's chemistry, the age.
    private static readonly string[] Fixed =
    [
        nameof(PlantParameters.DryingStartCelsius), nameof(PlantParameters.DryingEndCelsius), nameof(PlantParameters.PlatinumA),
        nameof(PlantParameters.PlatinumB), nameof(PlantParameters.ShuntOhms), nameof(PlantParameters.CellAmpereHours),
        nameof(PlantParameters.CellOhms), nameof(PlantParameters.CellPolarizationOhms),
        nameof(PlantParameters.CellPolarizationSeconds), nameof(PlantParameters.InitialStateOfCharge), nameof(PlantParameters.PathOhms),
        nameof(PlantParameters.HeaterAgeingPerHour), nameof(PlantParameters.InitialHeaterAgeing),
    ];

    private static readonly IReadOnlyList<SessionDraw> Draws = [.. Enumerable.Range(0, 500).Select(run => SessionDraw.Of(7, run, Spread))];

    [Fact]
    public void Every_parameter_of_the_plant_spreads_over_its_range_but_for_those_that_are_no_property_of_the_unit()
    {
        var nominal = new PlantParameters();
        foreach (var property in typeof(PlantParameters).GetProperties().Where(property => property.PropertyType == typeof(double)))
        {
            double ordinary = (double)property.GetValue(nominal)!;
            double[] values = [.. Draws.Select(draw => (double)property.GetValue(draw.Plant)!)];
            if (!Fixed.Contains(property.Name, StringComparer.Ordinal))
            {
                (values.Min() / ordinary).ShouldBeInRange(1 - Spread, 1 - Spread + 0.02, property.Name);
                (values.Max() / ordinary).ShouldBeInRange(1 + Spread - 0.02, 1 + Spread, property.Name);
            }
            else if (property.Name is not (nameof(PlantParameters.InitialStateOfCharge) or nameof(PlantParameters.PathOhms)))
            {
                values.ShouldAllBe(value => value == ordinary, property.Name);
            }
        }
    }

    [Fact]
    public void Ambient_charge_and_calibration_spread_over_theirs()
    {
        Draws.Min(draw => draw.AmbientCelsius).ShouldBeInRange(0, 1);
        Draws.Max(draw => draw.AmbientCelsius).ShouldBeInRange(39, 40);
        Draws.Min(draw => draw.OpenCircuitVolts).ShouldBeInRange(3.4, 3.42);
        Draws.Max(draw => draw.OpenCircuitVolts).ShouldBeInRange(4.18, 4.2);
        double[] errors = [.. Draws.Select(draw => (draw.CalibratedR0MicroOhm / (draw.Plant.HeaterR0Ohms * 1e6)) - 1)];
        errors.Min().ShouldBeInRange(-0.001001, -0.0009);
        errors.Max().ShouldBeInRange(0.0009, 0.001001);
        Draws.ShouldAllBe(draw => draw.CalibratedR0MicroOhm >= HeaterCalibration.LowestR0MicroOhm
            && draw.CalibratedR0MicroOhm <= HeaterCalibration.HighestR0MicroOhm);
    }

    [Fact]
    public void The_rested_cell_has_the_voltage_that_was_drawn()
    {
        foreach (SessionDraw draw in Draws)
        {
            new HolderPlant(draw.Plant).CellVolts.ShouldBe(draw.OpenCircuitVolts, 1e-9);
        }
    }

    [Fact]
    public void The_firmware_boots_with_the_calibration_that_was_drawn()
    {
        SessionDraw draw = Draws[0];
        using VirtualHolder holder = VirtualHolder.Start(draw.Holder);
        holder.Advance(TimeSpan.FromSeconds(2));

        draw.CalibratedR0MicroOhm.ShouldNotBe(HeaterCalibration.NominalR0MicroOhm);
        holder.Firmware.HeaterR0MicroOhm.ShouldBe(draw.CalibratedR0MicroOhm);
    }

    [Fact]
    public void A_draw_depends_on_seed_and_number_alone()
    {
        SessionDraw again = SessionDraw.Of(7, 41, Spread);

        again.Plant.ShouldBe(Draws[41].Plant);
        again.Seed.ShouldBe(Draws[41].Seed);
        again.Puffs.Puffs.ShouldBe(Draws[41].Puffs.Puffs);
        Draws.Select(draw => draw.Seed).Distinct().Count().ShouldBe(Draws.Count);
        SessionDraw.Of(8, 41, Spread).Plant.ShouldNotBe(again.Plant);
    }

    [Fact]
    public void Without_a_spread_the_plant_is_nominal()
    {
        var plant = SessionDraw.Of(3, 5, 0).Plant;

        plant.ShouldBe(new PlantParameters { InitialStateOfCharge = plant.InitialStateOfCharge });
    }

    [Theory]
    [InlineData(-1, 0.3)]
    [InlineData(0, -0.01)]
    [InlineData(0, 0.31)]
    [InlineData(0, double.NaN)]
    public void What_cannot_be_drawn_is_refused(int run, double spread) =>
        Should.Throw<ArgumentOutOfRangeException>(() => SessionDraw.Of(1, run, spread));
}
