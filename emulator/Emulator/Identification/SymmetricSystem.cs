namespace IqosDevice.Emulator.Identification;

/// <summary>Linear equations with a symmetric positive definite matrix, after Cholesky.</summary>
internal static class SymmetricSystem
{
    /// <summary>Solves matrix · x = right side; a direction in which the matrix is singular is left at 0.</summary>
    public static double[] Solve(int size, Func<int, int, double> matrix, Func<int, double> rightSide)
    {
        double[,] factor = new double[size, size];
        double[] solution = new double[size];
        for (int i = 0; i < size; i++)
        {
            solution[i] = rightSide(i);
            for (int j = 0; j <= i; j++)
            {
                double rest = matrix(i, j);
                for (int k = 0; k < j; k++)
                {
                    rest -= factor[i, k] * factor[j, k];
                }

                factor[i, j] = i == j ? Math.Sqrt(Math.Max(rest, 0)) : Divide(rest, factor[j, j]);
            }

            for (int k = 0; k < i; k++)
            {
                solution[i] -= factor[i, k] * solution[k];
            }

            solution[i] = Divide(solution[i], factor[i, i]);
        }

        for (int i = size - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < size; k++)
            {
                solution[i] -= factor[k, i] * solution[k];
            }

            solution[i] = Divide(solution[i], factor[i, i]);
        }

        return solution;
    }

    private static double Divide(double value, double by) => by > 0 ? value / by : 0;
}
