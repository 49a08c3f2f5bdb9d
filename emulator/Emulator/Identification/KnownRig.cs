namespace IqosDevice.Emulator.Identification;

/// <summary>
/// What whole other runs of the same kind of rig say about its thermal parameters: mean and spread; of the
/// gain, which follows each unit's supply, they say nothing. A run that leaves a
/// parameter open is held near the mean by it, as strongly as the other runs agree.
/// </summary>
internal sealed class KnownRig
{
    // Rigs that happen to agree still differ by their making.
    private const double LeastSpread = 0.1;

    private readonly double[] means;
    private readonly double[] spreads;
    private readonly double rmsCelsius;
    private readonly double slowSeconds;

    private KnownRig(double[][] features, double rmsCelsius, double slowSeconds)
    {
        this.rmsCelsius = rmsCelsius;
        this.slowSeconds = slowSeconds;
        means = [.. Enumerable.Range(0, features[0].Length).Select(i => features.Average(of => of[i]))];
        spreads = [.. means.Select((mean, i) => Math.Max(LeastSpread * mean, Deviation(features, i, mean)))];
    }

    /// <param name="fits">The parameters that each whole run was fitted with, and the rms deviation left, °C.</param>
    public static KnownRig Of(IReadOnlyList<(ZoneParameters[] Zones, double RmsCelsius)> fits) => new(
        [.. fits.Select(fit => FeaturesOf(fit.Zones))],
        fits.Average(fit => fit.RmsCelsius),
        fits.Average(fit => fit.Zones[0].TimeConstants.ShortSeconds));

    /// <summary>How many residuals there are.</summary>
    public int Count => means.Length;

    /// <summary>
    /// Residuals beside those of a run, in the run's measure. What the structure leaves over is coloured over the
    /// plant's own time constant, so a run has as many independent errors as it is time constants long.
    /// </summary>
    public void WriteResiduals(ZoneParameters[] zones, int residualCount, double seconds, Span<double> into)
    {
        double weight = rmsCelsius * Math.Sqrt(residualCount * Math.Min(1, slowSeconds / seconds));
        double[] features = FeaturesOf(zones);
        for (int i = 0; i < features.Length; i++)
        {
            into[i] = spreads[i] > 0 ? weight * (features[i] - means[i]) / spreads[i] : 0;
        }
    }

    private static double Deviation(double[][] features, int index, double mean) =>
        features.Length > 1
            ? Math.Sqrt(features.Sum(of => (of[index] - mean) * (of[index] - mean)) / (features.Length - 1))
            : 0;

    private static double[] FeaturesOf(ZoneParameters[] zones) =>
        [zones[0].HeaterToAmbientPerSecond, zones[0].LagSeconds, zones[0].CouplingPerSecond, zones[0].SupplySag];
}
