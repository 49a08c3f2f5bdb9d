namespace IqosDevice.Emulator.Identification;

/// <summary>
/// The free parameters in a row, as the search wants them, with bounds and where to start. Two heaters are of one make:
/// all but gain and ambient is the same for both.
/// </summary>
internal sealed class ParameterVector
{
    // The run begins at rest, so ambient is close to what is read first.
    private const double AmbientWithinKelvin = 1;

    // A supply that gives a second heater less than half of the first's power is none.
    private const double MostSupplySag = 0.5;
    private const double LeastSag = 0.005;

    // Twice the loss at 20 K above ambient is no heater in air any more; the least are as good as none.
    private const double MostGrowth = 0.05;
    private const double LeastGrowth = 1e-5;
    private const double LeastLossPerSecond = 1e-6;
    private const double LeastCoupling = 1e-6;

    private readonly MeasuredRun run;
    private readonly PlantStructure structure;
    private readonly List<double> values = [];
    private ReadOnlyMemory<double> rest;

    public ParameterVector(MeasuredRun run, PlantStructure structure)
    {
        this.run = run;
        this.structure = structure;
        double fastest = run.FastestPerSecond;
        double halfSeconds = run.Seconds[run.SplitRow];
        Lowest = Flatten(_ => (-AmbientWithinKelvin, 0), LeastLossPerSecond, LeastGrowth, 0.1 / halfSeconds, LeastCoupling, LeastSag, 1 / fastest);
        Highest = Flatten(
            _ => (AmbientWithinKelvin, 1000 * fastest), fastest, MostGrowth, fastest, fastest, MostSupplySag, halfSeconds / 2);
    }

    // A single heater's own sag shows only where the power is not in proportion to the input.
    private bool HasSag => run.Zones.Count > 1 || structure.IsHeldByExperience;

    /// <summary>Names of the parameters, in their order.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. Enumerable.Range(1, run.Zones.Count).SelectMany(zone => (string[])
        [
            $"ambient {zone}",
            $"gain {zone}",
            .. zone > 1 ? [] : SharedNames,
        ]),
    ];

    public double[] Lowest { get; }

    public double[] Highest { get; }

    /// <summary>A start from a time constant of the heater, as a share of the half that is fitted.</summary>
    public double[] Start(double share)
    {
        double halfSeconds = run.Seconds[run.SplitRow];
        double rate = 1 / (share * halfSeconds);
        return Flatten(
            zone => (0, Math.Max(zone.Celsius.Take(run.SplitRow).Max() - zone.Celsius[0], 1) * rate),
            rate / 2,
            MostGrowth / 20,
            rate / 4,
            rate / 10,
            MostSupplySag / 4,
            share * halfSeconds / 4);
    }

    public ZoneParameters[] ToZones(double[] from)
    {
        rest = from;
        var zones = new ZoneParameters[run.Zones.Count];
        for (int i = 0; i < zones.Length; i++)
        {
            double ambient = run.Zones[i].Celsius[0] + Take();
            double gain = Take();
            zones[i] = i > 0
                ? zones[0] with { AmbientCelsius = ambient, GainKelvinPerSecond = gain }
                : new ZoneParameters
                {
                    AmbientCelsius = ambient,
                    GainKelvinPerSecond = gain,
                    HeaterToAmbientPerSecond = Take(),
                    HeaterToSecondPerSecond = structure.HasSecondNode ? Take() : 0,
                    SecondToHeaterPerSecond = structure.HasSecondNode ? Take() : 0,
                    SecondToAmbientPerSecond = structure.HasSecondNode ? Take() : 0,
                    LossGrowthPerKelvin = structure.IsHeldByExperience ? Take() : 0,
                    CouplingPerSecond = zones.Length > 1 ? Take() : 0,
                    SupplySag = HasSag ? Take() : 0,
                    LagSeconds = structure.HasLag ? Take() : 0,
                };
        }

        return zones;
    }

    private string[] SharedNames =>
    [
        "heaterToAmbient",
        .. structure.HasSecondNode ? (string[])["heaterToSecond", "secondToHeater", "secondToAmbient"] : [],
        .. structure.IsHeldByExperience ? (string[])["lossGrowth"] : [],
        .. run.Zones.Count > 1 ? (string[])["coupling"] : [],
        .. HasSag ? (string[])["supplySag"] : [],
        .. structure.HasLag ? (string[])["lag"] : [],
    ];

    /// <summary>What was found, with its error, as it reads in a report.</summary>
    public IReadOnlyList<IdentifiedParameter> Describe(double[] found, double[] errors) =>
    [
        .. Names.Select((name, i) =>
        {
            // Ambient is searched for beside the first reading.
            double offset = name.StartsWith("ambient", StringComparison.Ordinal) ? run.Zones[name[^1] - '1'].Celsius[0] : 0;
            return new IdentifiedParameter(name, found[i] + offset, errors[i], Lowest[i] + offset, Highest[i] + offset);
        }),
    ];

    private double Take()
    {
        double value = rest.Span[0];
        rest = rest[1..];
        return value;
    }

    // In the order in which ToZones takes them.
    private double[] Flatten(
        Func<MeasuredZone, (double AmbientKelvin, double Gain)> ofZone, double loss, double growth, double second, double coupling,
        double sag, double lag)
    {
        values.Clear();
        for (int i = 0; i < run.Zones.Count; i++)
        {
            (double ambient, double gain) = ofZone(run.Zones[i]);
            values.AddRange([ambient, gain]);
            if (i == 0)
            {
                values.Add(loss);
                values.AddRange(structure.HasSecondNode ? [second, second, second] : []);
                values.AddRange(structure.IsHeldByExperience ? [growth] : []);
                values.AddRange(run.Zones.Count > 1 ? [coupling] : []);
                values.AddRange(HasSag ? [sag] : []);
                values.AddRange(structure.HasLag ? [lag] : []);
            }
        }

        return [.. values];
    }
}
