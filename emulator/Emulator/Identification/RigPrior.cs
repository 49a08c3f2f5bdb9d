namespace IqosDevice.Emulator.Identification;

/// <summary>
/// What is known of a kind of rig before a run is looked at: the usual value of each thermal parameter and how far rigs
/// spread, by the logarithm. It holds what a run leaves open. Its tails are heavy (Student's t with four degrees of
/// freedom): a rig that clearly is another one is let go.
/// </summary>
internal sealed class RigPrior
{
    /// <summary>What the equations leave out of a run, °C, at most: that of the rigs in <see cref="TransistorInAir"/>.</summary>
    public const double MostModelErrorCelsius = 0.75;

    // The error goes on for some 40 s: a run has as many independent ones as it is such times long, however often it is read.
    private const double ErrorSeconds = 40;

    // Parameters bend to what they are fitted to: what is left of a run is about this much less than the error.
    private const double HiddenFactor = 6;

    private const double DegreesOfFreedom = 4;

    // Rigs that happen to agree still differ by their making.
    private const double LeastSpread = 0.1;

    private readonly double[] logs;
    private readonly double[] spreads;

    private RigPrior(double[] logs, double[] spreads)
    {
        this.logs = logs;
        this.spreads = spreads;
    }

    /// <summary>
    /// A transistor as heater with a sensor glued on, in still air (TCLab and its like): the order of what its makers
    /// publish (4 g of 500 J/(kg K), 10 W/(m² K) on 12 cm², emissivity 0.9), and of whole runs of six of them.
    /// </summary>
    public static RigPrior TransistorInAir { get; } = new(
        Array.ConvertAll(new[] { 0.005, 0.008, 19, 0.0022, 0.25 }, value => Logarithm.Of(value)),
        [0.3, 0.5, 0.2, 0.3, 0.5]);

    /// <summary>How many residuals there are.</summary>
    public int Count => logs.Length;

    /// <summary>What the equations leave out of a run, °C, by what is left of it where nothing but the run is fitted.</summary>
    public static double ModelErrorOf(double freeRmsCelsius) => Math.Min(MostModelErrorCelsius, HiddenFactor * freeRmsCelsius);

    /// <summary>What one standard deviation is worth as a residual of a run, in the run's measure, °C.</summary>
    public static double WeightOf(double modelErrorCelsius, int rowCount, double seconds) => modelErrorCelsius * Math.Sqrt(ErrorSeconds * rowCount / seconds);

    /// <summary>What whole other runs of the very kind of rig say; of the gain, which follows each unit's supply, nothing.</summary>
    public static RigPrior Of(IReadOnlyList<ZoneParameters[]> rigs)
    {
        double[][] features = [.. rigs.Select(zones => Array.ConvertAll(FeaturesOf(zones), value => Logarithm.Of(value)))];
        double[] means = [.. Enumerable.Range(0, features[0].Length).Select(i => features.Average(of => of[i]))];
        return new RigPrior(means, [.. means.Select((mean, i) => Math.Max(LeastSpread, Deviation(features, i, mean)))]);
    }

    /// <summary>Residuals beside those of a run.</summary>
    /// <param name="zones">The heaters, of one make.</param>
    /// <param name="weight">See <see cref="WeightOf"/>.</param>
    /// <param name="into">As many as <see cref="Count"/>.</param>
    public void WriteResiduals(ZoneParameters[] zones, double weight, Span<double> into)
    {
        double[] features = FeaturesOf(zones);
        for (int i = 0; i < features.Length; i++)
        {
            into[i] = features[i] > 0 ? weight * HeavyTailed((Logarithm.Of(features[i]) - logs[i]) / spreads[i]) : 0;
        }
    }

    /// <summary>The residual whose square is the negative logarithm of Student's density, twice.</summary>
    private static double HeavyTailed(double deviation) => Math.Sign(deviation)
        * Math.Sqrt((DegreesOfFreedom + 1) * Logarithm.Of(1 + (deviation * deviation / DegreesOfFreedom)));

    private static double Deviation(double[][] features, int index, double mean) =>
        features.Length > 1
            ? Math.Sqrt(features.Sum(of => (of[index] - mean) * (of[index] - mean)) / (features.Length - 1))
            : 0;

    private static double[] FeaturesOf(ZoneParameters[] zones) =>
    [
        zones[0].HeaterToAmbientPerSecond, zones[0].LossGrowthPerKelvin, zones[0].LagSeconds, zones[0].CouplingPerSecond,
        zones[0].SupplySag,
    ];
}
