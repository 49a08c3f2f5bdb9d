namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>Which draws of which population.</summary>
public sealed record PopulationOptions
{
    /// <summary>Seed of the population.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Number of the first draw, not negative.</summary>
    public int FirstRun { get; init; }

    /// <summary>Draws, from the first on.</summary>
    public int Runs { get; init; } = 10_000;

    /// <summary>Half width of the uniform spread of each parameter, 0..0.3 of its nominal value.</summary>
    public double Spread { get; init; } = SessionDraw.HighestSpread;
}
