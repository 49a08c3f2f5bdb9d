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

        RigPrior? prior = Learn(known, structure);
        (ZoneParameters[] found, IReadOnlyList<IdentifiedParameter> described) = Fit(run, run.SplitRow, structure, prior);
        IdentifiedZone[] best = Predict(run, Fit(run, run.RowCount, structure, prior).Zones);
        return new IdentifiedPlant(run, Predict(run, found), described, best.Max(zone => zone.HeldOut.RmsCelsius));
    }

    private static IdentifiedZone[] Predict(MeasuredRun run, ZoneParameters[] found)
    {
        double[][] predicted = new TwoNodeModel(run).Predict(found, run.RowCount);
        return
        [
            .. run.Zones.Select((zone, i) => new IdentifiedZone(
                zone.Name,
                found[i],
                predicted[i],
                ResidualFigures.Of(zone.Celsius, predicted[i], 0, run.SplitRow),
                ResidualFigures.Of(zone.Celsius, predicted[i], run.SplitRow, run.RowCount))),
        ];
    }

    private static RigPrior? Learn(IReadOnlyList<MeasuredRun> known, PlantStructure structure)
    {
        if (!structure.IsHeldByExperience)
        {
            return null;
        }

        return known.Count == 0
            ? RigPrior.TransistorInAir
            : RigPrior.Of([.. known.Select(other => Fit(other, other.RowCount, structure, RigPrior.TransistorInAir).Zones)]);
    }

    private static (ZoneParameters[] Zones, IReadOnlyList<IdentifiedParameter> Parameters) Fit(
        MeasuredRun run, int rowCount, PlantStructure structure, RigPrior? prior)
    {
        double modelError = prior is null ? RigPrior.MostModelErrorCelsius : ModelErrorOf(run, rowCount, structure);
        double weight = RigPrior.WeightOf(modelError, rowCount, run.Seconds[rowCount - 1]);
        (ParameterVector parameters, LevenbergMarquardt search, double[] best, _) = Search(run, rowCount, structure, prior, weight);
        return (parameters.ToZones(best), parameters.Describe(best, search.StandardErrors(best, weight)));
    }

    /// <summary>
    /// How far the structure is from the run, °C, by what is left of the run where nothing but the run is fitted: a rig that
    /// the equations describe exactly needs no experience to hold it.
    /// </summary>
    private static double ModelErrorOf(MeasuredRun run, int rowCount, PlantStructure structure)
    {
        double squares = Search(run, rowCount, structure, prior: null, weight: 0).Squares;
        return RigPrior.ModelErrorOf(Math.Sqrt(squares / (run.Zones.Count * rowCount)));
    }

    private static (ParameterVector Parameters, LevenbergMarquardt Search, double[] Best, double Squares) Search(
        MeasuredRun run, int rowCount, PlantStructure structure, RigPrior? prior, double weight)
    {
        var parameters = new ParameterVector(run, structure);
        var model = new TwoNodeModel(run);
        int count = run.Zones.Count * rowCount;
        double[] ResidualsOf(double[] values)
        {
            ZoneParameters[] zones = parameters.ToZones(values);
            double[][] predicted = model.Predict(zones, rowCount);
            double[] residuals = new double[count + (prior?.Count ?? 0)];
            for (int i = 0; i < count; i++)
            {
                residuals[i] = predicted[i / rowCount][i % rowCount] - run.Zones[i / rowCount].Celsius[i % rowCount];
            }

            prior?.WriteResiduals(zones, weight, residuals.AsSpan(count));
            return residuals;
        }

        var search = new LevenbergMarquardt(ResidualsOf, parameters.Lowest, parameters.Highest);
        (double[] best, double squares) = StartShares.Select(share => search.Minimize(parameters.Start(share))).MinBy(found => found.Squares);
        return (parameters, search, best, squares);
    }
}
