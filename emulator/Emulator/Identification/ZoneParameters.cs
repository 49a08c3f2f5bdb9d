namespace IqosDevice.Emulator.Identification;

/// <summary>
/// What a run tells of one heater: the plant's two nodes with everything divided by the heater's heat capacity C_h,
/// because without a measurement of power only the ratios can be known.
/// </summary>
public sealed record ZoneParameters
{
    /// <summary>Temperature of the surroundings as this sensor reads it; the run begins at rest there.</summary>
    public required double AmbientCelsius { get; init; }

    /// <summary>Rise of the heater at full input with no loss: power / C_h, K/s.</summary>
    public required double GainKelvinPerSecond { get; init; }

    /// <summary>Heater to second node as the heater feels it: G_hs / C_h, 1/s.</summary>
    public required double HeaterToSecondPerSecond { get; init; }

    /// <summary>The same as the second node feels it: G_hs / C_s, 1/s.</summary>
    public required double SecondToHeaterPerSecond { get; init; }

    /// <summary>Heater to ambient: G_ha / C_h, 1/s.</summary>
    public required double HeaterToAmbientPerSecond { get; init; }

    /// <summary>Second node to ambient: G_sa / C_s, 1/s.</summary>
    public required double SecondToAmbientPerSecond { get; init; }

    /// <summary>From the other heater, where there is one: G_12 / C_h, 1/s.</summary>
    public double CouplingPerSecond { get; init; }

    /// <summary>
    /// What a kelvin above ambient adds to the loss, as a share, 1/K: radiation and the air that rises carry off more than
    /// in proportion.
    /// </summary>
    public double LossGrowthPerKelvin { get; init; }

    /// <summary>
    /// What a heater at full input takes from the supply's power, as a share. Two heaters hang on one supply, and each feels
    /// the other; a single one feels itself.
    /// </summary>
    public double SupplySag { get; init; }

    /// <summary>Lag of the sensor behind the heater; 0 for none.</summary>
    public double LagSeconds { get; init; }

    /// <summary>Heat capacity of the second node over the heater's, C_s / C_h.</summary>
    public double CapacityRatio =>
        SecondToHeaterPerSecond > 0 ? HeaterToSecondPerSecond / SecondToHeaterPerSecond : double.PositiveInfinity;

    /// <summary>Where the heater alone would settle at full input were the loss in proportion, kelvins above ambient.</summary>
    public double FullInputKelvin
    {
        get
        {
            double outward = SecondToHeaterPerSecond + SecondToAmbientPerSecond;
            double throughSecond = outward > 0 ? HeaterToSecondPerSecond * SecondToAmbientPerSecond / outward : 0;
            return GainKelvinPerSecond / (HeaterToAmbientPerSecond + throughSecond);
        }
    }

    /// <summary>The two time constants of the nodes without the other heater, the shorter first; the longer is infinite without
    /// a second node, or where nothing is lost.</summary>
    public (double ShortSeconds, double LongSeconds) TimeConstants
    {
        get
        {
            double heater = HeaterToSecondPerSecond + HeaterToAmbientPerSecond;
            double second = SecondToHeaterPerSecond + SecondToAmbientPerSecond;
            double difference = heater - second;
            double root = Math.Sqrt((difference * difference) + (4 * HeaterToSecondPerSecond * SecondToHeaterPerSecond));
            double slowest = heater + second - root;
            return (2 / (heater + second + root), slowest > 1e-12 ? 2 / slowest : double.PositiveInfinity);
        }
    }
}
