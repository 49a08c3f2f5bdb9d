using IqosDevice.Emulator.Identification;

namespace IqosDevice.Cli.Identification;

/// <summary>What was measured and predicted as CSV, a line a row of the run.</summary>
internal static class IdentificationCsv
{
    public static void Write(IdentifiedPlant plant, TextWriter output)
    {
        output.WriteLine("seconds,half" + string.Concat(
            plant.Zones.Select((_, i) => $",input{i + 1},measuredCelsius{i + 1},predictedCelsius{i + 1}")));
        MeasuredRun run = plant.Run;
        for (int row = 0; row < run.RowCount; row++)
        {
            output.Write($"{run.Seconds[row]:F3},{(row < run.SplitRow ? 1 : 2)}");
            for (int i = 0; i < run.Zones.Count; i++)
            {
                output.Write(
                    $",{run.Zones[i].Input[row]:F4},{run.Zones[i].Celsius[row]:F3},{plant.Zones[i].PredictedCelsius[row]:F3}");
            }

            output.WriteLine();
        }
    }
}
