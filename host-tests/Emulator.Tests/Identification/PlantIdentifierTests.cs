using IqosDevice.Emulator.Identification;
using IqosDevice.Emulator.Plant;

namespace IqosDevice.Emulator.Tests.Identification;

public sealed class PlantIdentifierTests
{
    private static readonly ZoneParameters WithSecondNode = new()
    {
        AmbientCelsius = 21,
        GainKelvinPerSecond = 0.9,
        HeaterToSecondPerSecond = 0.02,
        SecondToHeaterPerSecond = 0.006,
        HeaterToAmbientPerSecond = 0.005,
        SecondToAmbientPerSecond = 0.004,
    };

    private static readonly ZoneParameters HeaterAlone = new()
    {
        AmbientCelsius = 21,
        GainKelvinPerSecond = 0.4,
        HeaterToSecondPerSecond = 0,
        SecondToHeaterPerSecond = 0,
        HeaterToAmbientPerSecond = 0.006,
        SecondToAmbientPerSecond = 0,
        CouplingPerSecond = 0.002,
        LossGrowthPerKelvin = 0.006,
        SupplySag = 0.2,
        LagSeconds = 18,
    };

    [Fact]
    public void What_one_sensor_can_tell_of_heater_and_second_node_is_recovered()
    {
        IdentifiedPlant plant =
            PlantIdentifier.Identify(SyntheticRun.Of(WithSecondNode), PlantStructure.HeaterAndSecond, []);

        ZoneParameters found = plant.Zones[0].Parameters;
        found.AmbientCelsius.ShouldBe(21, 0.05);
        ShouldBeClose(found.GainKelvinPerSecond, WithSecondNode.GainKelvinPerSecond);
        ShouldBeTheSamePlant(found, WithSecondNode);
        plant.HeldOutRmsCelsius.ShouldBeLessThan(0.05);
    }

    [Fact]
    public void With_a_lag_on_top_the_prediction_is_right_though_lag_and_quick_node_may_change_places()
    {
        MeasuredRun run = SyntheticRun.Of(WithSecondNode with { LagSeconds = 25 });

        PlantIdentifier.Identify(run, PlantStructure.HeaterSecondAndSensor, []).HeldOutRmsCelsius.ShouldBeLessThan(0.1);
    }

    [Fact]
    public void Two_heaters_of_one_make_are_told_apart_by_their_gains_and_share_all_else()
    {
        ZoneParameters weaker = HeaterAlone with { AmbientCelsius = 20, GainKelvinPerSecond = 0.25 };

        IdentifiedPlant plant =
            PlantIdentifier.Identify(SyntheticRun.Of(HeaterAlone, weaker), PlantStructure.HeaterAndSensor, []);

        ShouldBeClose(plant.Zones[0].Parameters.GainKelvinPerSecond, 0.4);
        ShouldBeClose(plant.Zones[1].Parameters.GainKelvinPerSecond, 0.25);
        ShouldBeClose(plant.Zones[1].Parameters.CouplingPerSecond, 0.002);
        ShouldBeClose(plant.Zones[1].Parameters.HeaterToAmbientPerSecond, 0.006);
        plant.Zones[1].Parameters.SupplySag.ShouldBe(0.2, 0.02);
        plant.Zones[1].Parameters.AmbientCelsius.ShouldBe(20, 0.05);
    }

    [Fact]
    public void A_missing_second_node_shows_in_the_residuals()
    {
        MeasuredRun run = SyntheticRun.Of(WithSecondNode);

        IdentifiedPlant without = PlantIdentifier.Identify(run, PlantStructure.HeaterAndSensor, []);

        without.Zones[0].Fitted.RmsCelsius.ShouldBeGreaterThan(0.2);
        without.Zones[0].Fitted.Autocorrelation.ShouldBeGreaterThan(0.9);
        without.Zones[0].Fitted.Hint.ShouldStartWith("coloured");
    }

    [Fact]
    public void Known_runs_hold_what_a_short_run_leaves_open()
    {
        ZoneParameters stronger = HeaterAlone with { GainKelvinPerSecond = 0.5 };
        MeasuredRun clean = SyntheticRun.Of(HeaterAlone);
        MeasuredRun known = clean with
        {
            Zones = [clean.Zones[0] with { Celsius = [.. clean.Zones[0].Celsius.Select((value, row) => value + (row % 2 * 0.6))] }],
        };
        MeasuredRun full = SyntheticRun.Of(stronger);
        MeasuredRun noisy = full with
        {
            Zones = [full.Zones[0] with { Celsius = [.. full.Zones[0].Celsius.Select((value, row) => value + (row * 0.01))] }],
        };
        MeasuredRun shortRun = noisy.Beginning(300);

        double alone = Error(PlantIdentifier.Identify(shortRun, PlantStructure.HeaterAndSensor, []));
        double helped = Error(PlantIdentifier.Identify(shortRun, PlantStructure.HeaterAndSensor, [known]));

        helped.ShouldBeLessThan(alone / 2);

        double Error(IdentifiedPlant plant) =>
            Math.Abs(plant.Zones[0].Parameters.HeaterToAmbientPerSecond - stronger.HeaterToAmbientPerSecond);
    }

    [Fact]
    public void The_holders_own_plant_is_recovered_from_its_heaters_temperature()
    {
        // Constant power: a cell that never tires, platinum that does not change, a stick that is dry.
        var parameters = new PlantParameters
        {
            PlatinumA = 0,
            PlatinumB = 0,
            CellAmpereHours = 1e6,
            CellOhms = 0,
            CellPolarizationOhms = 0,
            DryingJoules = 0,
        };
        IdentifiedPlant plant =
            PlantIdentifier.Identify(Measure(parameters), PlantStructure.HeaterAndSecond, []);

        ZoneParameters found = plant.Zones[0].Parameters;
        double heater = parameters.HeaterHeatCapacityJoulesPerKelvin;
        double stick = parameters.StickHeatCapacityJoulesPerKelvin;
        ShouldBeTheSamePlant(found, found with
        {
            HeaterToSecondPerSecond = parameters.HeaterToStickWattsPerKelvin / heater,
            SecondToHeaterPerSecond = parameters.HeaterToStickWattsPerKelvin / stick,
            HeaterToAmbientPerSecond = parameters.HeaterToAmbientWattsPerKelvin / heater,
            SecondToAmbientPerSecond = parameters.StickToAmbientWattsPerKelvin / stick,
        });
        plant.HeldOutRmsCelsius.ShouldBeLessThan(0.5);
    }

    private static MeasuredRun Measure(PlantParameters parameters)
    {
        var plant = new HolderPlant(parameters) { LoadSwitchClosed = true, StickInserted = true };
        List<double> seconds = [];
        List<double> input = [];
        List<double> celsius = [];
        for (int row = 0; row < 3000; row++)
        {
            plant.AdvanceTo(row * 100_000L);
            plant.HeaterDuty = (row / 130 % 4) * 0.05;
            seconds.Add(row * 0.1);
            input.Add(plant.HeaterDuty);
            celsius.Add(plant.HeaterCelsius);
        }

        return new MeasuredRun([.. seconds], [new MeasuredZone("heater", [.. input], [.. celsius])]);
    }

    // One sensor on the heater gives four numbers for five parameters: which node loses how much stays open.
    private static void ShouldBeTheSamePlant(ZoneParameters found, ZoneParameters expected)
    {
        ShouldBeClose(
            found.HeaterToSecondPerSecond + found.HeaterToAmbientPerSecond,
            expected.HeaterToSecondPerSecond + expected.HeaterToAmbientPerSecond);
        ShouldBeClose(
            found.SecondToHeaterPerSecond + found.SecondToAmbientPerSecond,
            expected.SecondToHeaterPerSecond + expected.SecondToAmbientPerSecond);
        ShouldBeClose(
            found.HeaterToSecondPerSecond * found.SecondToHeaterPerSecond,
            expected.HeaterToSecondPerSecond * expected.SecondToHeaterPerSecond);
        ShouldBeClose(found.TimeConstants.LongSeconds, expected.TimeConstants.LongSeconds);
    }

    private static void ShouldBeClose(double actual, double expected) => actual.ShouldBe(expected, 0.03 * expected);
}
