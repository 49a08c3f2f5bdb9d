namespace IqosDevice.Emulator.Identification;

/// <summary>
/// Fits the two-node structure to the first half of a run and lets it predict the second half in the same free run:
/// one simulation from rest at the first row to the last, that no measured temperature enters.
/// </summary>
public static class PlantIdentifier
{
    // Where the search starts: time constant of the heater as a share of what is fitted.
    private static readonly double[] StartShares = [0.05, 0.15, 0.4];

    /// <summary>Identifies a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="structure">What is fitted.</param>
    /// <param name="known">Other runs of the same kind of rig, used whole; none is fine where the run tells enough.</param>
    /// <exception cref="ArgumentException">A known run has another number of heaters.</exception>
    public static IdentifiedPlant Identify(MeasuredRun run, PlantStructure structure, IReadOnlyList<MeasuredRun> known)
    {
        if (known.Any(other => other.Zones.Count != run.Zones.Count))
        {
            throw new ArgumentException($"A known run has to have {run.Zones.Count} heaters.", nameof(known));
        }

        ZoneParameters[] found = Fit(run, run.SplitRow, structure, Learn(known, structure));
        double[][] predicted = new TwoNodeModel(run).Predict(found, run.RowCount);
        return new IdentifiedPlant(run, [.. run.Zones.Select((zone, i) => new IdentifiedZone(
            zone.Name,
            found[i],
            predicted[i],
            ResidualFigures.Of(zone.Celsius, predicted[i], 0, run.SplitRow),
            ResidualFigures.Of(zone.Celsius, predicted[i], run.SplitRow, run.RowCount)))]);
    }

    private static KnownRig? Learn(IReadOnlyList<MeasuredRun> known, PlantStructure structure)
    {
        if (known.Count == 0)
        {
            return null;
        }

        return KnownRig.Of([.. known.Select(other =>
        {
            ZoneParameters[] zones = Fit(other, other.RowCount, structure, null);
            double[][] predicted = new TwoNodeModel(other).Predict(zones, other.RowCount);
            return (zones, other.Zones.Select((zone, i) =>
                ResidualFigures.Of(zone.Celsius, predicted[i], 0, other.RowCount).RmsCelsius).Average());
        })]);
    }

    private static ZoneParameters[] Fit(MeasuredRun run, int rowCount, PlantStructure structure, KnownRig? rig)
    {
        var parameters = new ParameterVector(run, structure);
        var model = new TwoNodeModel(run);
        int count = run.Zones.Count * rowCount;
        double[] ResidualsOf(double[] values)
        {
            ZoneParameters[] zones = parameters.ToZones(values);
            double[][] predicted = model.Predict(zones, rowCount);
            double[] residuals = new double[count + (rig?.Count ?? 0)];
            for (int i = 0; i < count; i++)
            {
                residuals[i] = predicted[i / rowCount][i % rowCount] - run.Zones[i / rowCount].Celsius[i % rowCount];
            }

            rig?.WriteResiduals(zones, count, run.Seconds[rowCount - 1], residuals.AsSpan(count));
            return residuals;
        }

        var search = new LevenbergMarquardt(ResidualsOf, parameters.Lowest, parameters.Highest);
        return parameters.ToZones(StartShares.Select(share => search.Minimize(parameters.Start(share))).MinBy(found => found.Squares).Parameters);
    }
}
