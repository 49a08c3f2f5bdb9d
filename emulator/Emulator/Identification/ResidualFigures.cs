namespace IqosDevice.Emulator.Identification;

/// <summary>How far a prediction is from what was measured.</summary>
/// <param name="RmsCelsius">Root of the mean square, °C.</param>
/// <param name="MaximumCelsius">Largest deviation either way, °C.</param>
/// <param name="Autocorrelation">
/// Of neighbouring rows, -1..1: near 0 what is left is noise; near 1 it is something that the structure does not have.
/// </param>
/// <param name="RowCount">Rows compared.</param>
public sealed record ResidualFigures(double RmsCelsius, double MaximumCelsius, double Autocorrelation, int RowCount)
{
    /// <summary>Autocorrelation that white noise exceeds in one run of twenty.</summary>
    public double WhiteLimit => 1.96 / Math.Sqrt(RowCount);

    /// <summary>What the autocorrelation says, for a person.</summary>
    public string Hint =>
        Autocorrelation <= WhiteLimit ? "noise: the structure explains the run"
        : Autocorrelation < 0.5 ? "somewhat coloured: nearly all of the run is explained"
        : "coloured: what is left is of the plant (losses that are not linear, drift, quantisation), not noise";

    internal static ResidualFigures Of(double[] measured, double[] predicted, int from, int to)
    {
        double squares = 0;
        double products = 0;
        double maximum = 0;
        double before = 0;
        for (int row = from; row < to; row++)
        {
            double residual = measured[row] - predicted[row];
            squares += residual * residual;
            products += row > from ? residual * before : 0;
            maximum = Math.Max(maximum, Math.Abs(residual));
            before = residual;
        }

        int count = to - from;
        return new ResidualFigures(Math.Sqrt(squares / count), maximum, squares > 0 ? products / squares : 0, count);
    }
}
