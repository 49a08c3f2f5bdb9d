namespace IqosDevice.Emulator.Plant;

/// <summary>
/// A kind of lithium-ion cell: the shape of its voltage over charge, and what its resistance is by that of 25 °C and half
/// charge. Capacity and height of the resistance are parameters of the plant, so any kind can be scaled to any holder.
/// </summary>
public sealed record CellChemistry
{
    private const double ChargesPerVoltage = 0.05;
    private const double WarmestNodeCelsius = 25;
    private const double FallPerKelvin = 0.006;
    private const double LeastFactor = 0.7;

    private static readonly double[] FactorCelsius = [-20, -10, 0, 10, 25];

    // Arrays of its own: the plant asks hundreds of times a virtual second.
    private readonly double[] openCircuitVolts = [];
    private readonly double[]? temperatureFactors;
    private readonly double[]? chargeFactors;

    /// <summary>Name in lower case, as options and scenarios take it.</summary>
    public required string Name { get; init; }

    /// <summary>Which cell it is, and where its numbers come from.</summary>
    public required string Source { get; init; }

    /// <summary>Open-circuit voltage at every 5 % of charge, empty first, volts; rising.</summary>
    public required IReadOnlyList<double> OpenCircuitVolts
    {
        get => openCircuitVolts;
        init => openCircuitVolts = [.. value];
    }

    /// <summary>Resistance at -20, -10, 0, 10 and 25 °C; null for a polynomial of the cold (see <see cref="CellCurves"/>).</summary>
    public IReadOnlyList<double>? TemperatureFactors
    {
        get => temperatureFactors;
        init => temperatureFactors = value?.ToArray();
    }

    /// <summary>Resistance at every 10 % of charge, empty first; null where it does not depend on it.</summary>
    public IReadOnlyList<double>? ChargeFactors
    {
        get => chargeFactors;
        init => chargeFactors = value?.ToArray();
    }

    /// <summary>Resistance of the RC pair by the series resistance.</summary>
    public required double PolarizationShare { get; init; }

    /// <summary>Time constant of the RC pair.</summary>
    public required double PolarizationSeconds { get; init; }

    /// <summary>Open-circuit voltage at a state of charge (0..1; outside it is held), volts.</summary>
    public double OpenCircuitVoltsAt(double stateOfCharge) =>
        Interpolated(openCircuitVolts, Math.Clamp(stateOfCharge, 0, 1) / ChargesPerVoltage);

    /// <summary>State of charge (0..1) at an open-circuit voltage; outside the curve its ends.</summary>
    public double StateOfChargeAt(double volts)
    {
        double[] table = openCircuitVolts;
        int last = table.Length - 1;
        if (volts <= table[0])
        {
            return 0;
        }

        for (int above = 1; above <= last; above++)
        {
            if (volts < table[above])
            {
                double low = table[above - 1];
                return (above - 1 + ((volts - low) / (table[above] - low))) / last;
            }
        }

        return 1;
    }

    /// <summary>Factor on the resistance of 25 °C and half charge; held below -20 °C, falling gently above 25 °C.</summary>
    public double ResistanceFactorAt(double celsius, double stateOfCharge)
    {
        double factor = temperatureFactors is null ? CellCurves.ResistanceFactorAt(celsius) : FactorAt(temperatureFactors, celsius);
        return chargeFactors is null
            ? factor
            : factor * Interpolated(chargeFactors, Math.Clamp(stateOfCharge, 0, 1) * (chargeFactors.Length - 1));
    }

    private static double FactorAt(double[] factors, double celsius)
    {
        if (celsius >= WarmestNodeCelsius)
        {
            return Math.Max(LeastFactor, 1 - (FallPerKelvin * (celsius - WarmestNodeCelsius)));
        }

        int above = Math.Max(1, Array.FindIndex(FactorCelsius, node => node >= celsius));
        double span = FactorCelsius[above] - FactorCelsius[above - 1];
        double part = Math.Clamp((celsius - FactorCelsius[above - 1]) / span, 0, 1);
        return factors[above - 1] + ((factors[above] - factors[above - 1]) * part);
    }

    private static double Interpolated(double[] table, double position)
    {
        int below = Math.Min((int)position, table.Length - 2);
        double low = table[below];
        return low + ((table[below + 1] - low) * (position - below));
    }
}
