using IqosDevice.Emulator.Plant;

namespace IqosDevice.Benchmarks.Gauge;

/// <summary>
/// The plant's cell under a measured cycle's current and at its temperature, from full to a tenth of its charge, in the
/// measured cell's size: how far its voltage is off.
/// </summary>
/// <param name="Celsius">Temperature that the file's name tells.</param>
/// <param name="RmsMillivolts">Voltage, root mean square.</param>
/// <param name="LargestMillivolts">Voltage, the largest.</param>
internal sealed record PlantCell(string File, int Celsius, double RmsMillivolts, double LargestMillivolts)
{
    private const double LeastCharge = 0.1;
    private const double LongestStepSeconds = 1;

    /// <summary>Plays a file; nothing where there is no such plant.</summary>
    public static IEnumerable<PlantCell> Of(CellLog log, PlantParameters? plant) => plant is null ? [] : [Play(log, plant)];

    private static PlantCell Play(CellLog log, PlantParameters parameters)
    {
        var plant = new PlantEquations(parameters with { InitialStateOfCharge = 1 }) { AmbientCelsius = log.Rows[0].Celsius };
        PlantState state = plant.AtRest();
        double volts = 0;
        double largest = 0;
        int rows = 0;
        for (int row = 1; row < log.Rows.Count && state.StateOfCharge >= LeastCharge; row++)
        {
            CellLogRow measured = log.Rows[row];
            plant.ChargeAmps = measured.Amperes;
            state.CellCelsius = measured.Celsius;
            Advance(plant, ref state, measured.Seconds - log.Rows[row - 1].Seconds);
            plant.CurrentsOf(state, out PlantCurrents currents);
            double error = currents.CellVolts - measured.Volts;
            volts += error * error;
            largest = Math.Max(largest, Math.Abs(error));
            rows++;
        }

        return new(log.File, log.Celsius, Math.Round(1000 * Math.Sqrt(volts / rows), 1), Math.Round(1000 * largest));
    }

    private static void Advance(PlantEquations plant, ref PlantState state, double seconds)
    {
        int steps = Math.Max(1, (int)Math.Ceiling(seconds / LongestStepSeconds));
        for (int step = 0; step < steps; step++)
        {
            plant.RateOf(state, out PlantState rate);
            PlantState origin = state;
            state.MoveFrom(origin, rate, seconds / steps);
        }
    }
}
