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
        Lowest = Flatten(_ => (-AmbientWithinKelvin, 0), 0, 0.1 / halfSeconds, 0, 0, 1 / fastest);
        Highest = Flatten(_ => (AmbientWithinKelvin, 1000 * fastest), fastest, fastest, fastest, MostSupplySag, halfSeconds / 2);
    }

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
                    CouplingPerSecond = zones.Length > 1 ? Take() : 0,
                    SupplySag = zones.Length > 1 ? Take() : 0,
                    LagSeconds = structure.HasLag ? Take() : 0,
                };
        }

        return zones;
    }

    private double Take()
    {
        double value = rest.Span[0];
        rest = rest[1..];
        return value;
    }

    // In the order in which ToZones takes them.
    private double[] Flatten(
        Func<MeasuredZone, (double AmbientKelvin, double Gain)> ofZone, double loss, double second, double coupling,
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
                values.AddRange(run.Zones.Count > 1 ? [coupling, sag] : []);
                values.AddRange(structure.HasLag ? [lag] : []);
            }
        }

        return [.. values];
    }
}
