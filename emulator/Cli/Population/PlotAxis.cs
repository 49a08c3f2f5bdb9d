namespace IqosDevice.Cli.Population;

/// <summary>One linear axis of a drawing.</summary>
/// <param name="Lowest">Value at its beginning.</param>
/// <param name="Highest">Value at its end.</param>
/// <param name="Step">From one line of the grid to the next.</param>
/// <param name="Unit">What it counts in.</param>
internal sealed record PlotAxis(double Lowest, double Highest, double Step, string Unit)
{
    /// <summary>Where a value lies between the ends, 0..1; at the nearer end where outside.</summary>
    public double ShareOf(double value) => Math.Clamp((value - Lowest) / (Highest - Lowest), 0, 1);
}
