namespace IqosDevice.Emulator.Identification;

/// <summary>
/// Least squares after Levenberg and Marquardt with bounds: a parameter on its bound that would leave is held there
/// for the step. The derivatives are forward differences.
/// </summary>
internal sealed class LevenbergMarquardt
{
    private const int MaximumSteps = 150;
    private const double SmallestGain = 1e-7;
    private const double LargestDamping = 1e9;
    private const double RelativeDifference = 1e-5;

    private readonly Func<double[], double[]> residualsOf;
    private readonly double[] lowest;
    private readonly double[] highest;

    /// <param name="residualsOf">Residuals of a set of parameters; always the same number of them.</param>
    /// <param name="lowest">Lowest value of each parameter.</param>
    /// <param name="highest">Highest value of each parameter, above the lowest.</param>
    public LevenbergMarquardt(Func<double[], double[]> residualsOf, double[] lowest, double[] highest)
    {
        this.residualsOf = residualsOf;
        this.lowest = lowest;
        this.highest = highest;
    }

    /// <summary>Goes downhill from a start.</summary>
    /// <returns>The parameters found and the sum of the squares there.</returns>
    public (double[] Parameters, double Squares) Minimize(double[] start)
    {
        double[] at = Clamp(start);
        double[] residuals = residualsOf(at);
        double squares = SquaresOf(residuals);
        double damping = 1e-2;
        int small = 0;
        for (int step = 0; step < MaximumSteps && small < 3 && damping < LargestDamping; step++)
        {
            (double[,] normal, double[] gradient) = NormalEquations(at, residuals);
            bool better = false;
            while (!better && damping < LargestDamping)
            {
                double[] next = Next(at, normal, gradient, damping);
                double[] nextResiduals = residualsOf(next);
                double nextSquares = SquaresOf(nextResiduals);
                better = nextSquares < squares;
                damping *= better ? 0.2 : 4;
                if (better)
                {
                    small = squares - nextSquares < SmallestGain * squares ? small + 1 : 0;
                    (at, residuals, squares) = (next, nextResiduals, nextSquares);
                }
            }

            damping = better ? Math.Max(damping, 1e-9) : damping;
        }

        return (at, squares);
    }

    /// <summary>One standard deviation of each parameter where the search ended; 0 where the residuals do not depend on it.</summary>
    /// <param name="at">What was found.</param>
    /// <param name="deviation">Standard deviation of a residual.</param>
    public double[] StandardErrors(double[] at, double deviation)
    {
        (double[,] normal, _) = NormalEquations(at, residualsOf(at));
        return
        [
            .. Enumerable.Range(0, at.Length).Select(i =>
                deviation * Math.Sqrt(Math.Max(
                    SymmetricSystem.Solve(at.Length, (row, column) => normal[row, column], row => row == i ? 1 : 0)[i], 0))),
        ];
    }

    private static double SquaresOf(double[] residuals)
    {
        double sum = 0;
        foreach (double residual in residuals)
        {
            sum += residual * residual;
        }

        // What overflows is infinitely bad; NaN would compare as no better and no worse.
        return double.IsNaN(sum) ? double.PositiveInfinity : sum;
    }

    private double[] Clamp(double[] parameters) =>
        [.. parameters.Select((value, i) => Math.Clamp(value, lowest[i], highest[i]))];

    private (double[,] Normal, double[] Gradient) NormalEquations(double[] at, double[] residuals)
    {
        int count = at.Length;
        double[][] slopes = new double[count][];
        for (int i = 0; i < count; i++)
        {
            double[] aside = [.. at];
            double difference = RelativeDifference * Math.Max(Math.Abs(at[i]), 1e-3 * (highest[i] - lowest[i]));
            aside[i] += at[i] + difference <= highest[i] ? difference : -difference;
            slopes[i] = residualsOf(aside);
            double by = aside[i] - at[i];
            for (int row = 0; row < residuals.Length; row++)
            {
                slopes[i][row] = (slopes[i][row] - residuals[row]) / by;
            }
        }

        double[,] normal = new double[count, count];
        double[] gradient = new double[count];
        for (int i = 0; i < count; i++)
        {
            gradient[i] = Dot(slopes[i], residuals);
            for (int j = 0; j <= i; j++)
            {
                normal[i, j] = Dot(slopes[i], slopes[j]);
                normal[j, i] = normal[i, j];
            }
        }

        return (normal, gradient);
    }

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private double[] Next(double[] at, double[,] normal, double[] gradient, double damping)
    {
        int[] free =
        [
            .. Enumerable.Range(0, at.Length).Where(i =>
                normal[i, i] > 0 && !(at[i] <= lowest[i] && gradient[i] > 0) && !(at[i] >= highest[i] && gradient[i] < 0)),
        ];
        double[] move = SymmetricSystem.Solve(
            free.Length,
            (i, j) => normal[free[i], free[j]] * (i == j ? 1 + damping : 1),
            i => -gradient[free[i]]);
        double[] next = [.. at];
        for (int i = 0; i < free.Length; i++)
        {
            next[free[i]] += move[i];
        }

        return Clamp(next);
    }
}
