using IqosDevice.Firmware.Core.Battery;

namespace IqosDevice.Benchmarks.Gauge;

/// <summary>
/// The Kalman filter of the textbooks: charge and two RC pairs, resistances that are linear in the current and fixed by
/// the ambient temperature, white noise. The yardstick for what the firmware's filter adds.
/// </summary>
internal sealed class PlainKalman : IChargeEstimator
{
    private const double FastSeconds = 15;
    private const double SlowSeconds = 300;
    private const double VoltsVariance = 1e-4;
    private const double ChargeVariancePerSecond = 1e-10;
    private const double RcVariancePerSecond = 1e-6;

    private readonly CellModel cell;
    private readonly double ampereHours;
    private readonly double ohms;
    private readonly double fastOhms;
    private readonly double slowOhms;
    private readonly double[] state;
    private readonly double[,] covariance = { { 0.09, 0, 0 }, { 0, 1e-4, 0 }, { 0, 0, 1e-4 } };
    private double lastSeconds = double.NaN;

    public PlainKalman(KnownCell known, double ambientCelsius, double startCharge)
    {
        cell = known.Model();
        ampereHours = known.AmpereHours;
        ohms = At(1) + At(2);
        fastOhms = At(3);
        slowOhms = At(4);
        state = [startCharge, 0, 0];

        double At(int term)
        {
            double[] celsius = [-20, -10, 0, 10, 25];
            int above = Math.Clamp(Array.FindIndex(celsius, node => node >= ambientCelsius), 1, celsius.Length - 1);
            double part = Math.Clamp((ambientCelsius - celsius[above - 1]) / (celsius[above] - celsius[above - 1]), 0, 1);
            return 1e-4 * ((Half(above - 1) * (1 - part)) + (Half(above) * part));

            double Half(int temperature) => cell.Terms[(((temperature * CellModel.ChargeCount) + 6) * CellModel.TermCount) + term];
        }
    }

    public string Name => "plainKalman";

    public double Step(in CellLogRow row)
    {
        double seconds = double.IsNaN(lastSeconds) ? 0 : row.Seconds - lastSeconds;
        lastSeconds = row.Seconds;
        double fast = Math.Exp(-seconds / FastSeconds);
        double slow = Math.Exp(-seconds / SlowSeconds);
        state[0] += row.Amperes * seconds / 3600 / ampereHours;
        state[1] = (state[1] * fast) + (row.Amperes * fastOhms * (1 - fast));
        state[2] = (state[2] * slow) + (row.Amperes * slowOhms * (1 - slow));
        double[] kept = [1, fast, slow];
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                covariance[i, j] *= kept[i] * kept[j];
            }

            covariance[i, i] += seconds * (i == 0 ? ChargeVariancePerSecond : RcVariancePerSecond);
        }

        Correct(row);
        return Math.Clamp(state[0], 0, 1);
    }

    private void Correct(in CellLogRow row)
    {
        double position = Math.Clamp(state[0], 0, 1) * (CellModel.VoltagePointCount - 1);
        int below = Math.Min((int)position, CellModel.VoltagePointCount - 2);
        double rise = (cell.OpenCircuitMv[below + 1] - cell.OpenCircuitMv[below]) * 1e-3;
        double open = (cell.OpenCircuitMv[below] * 1e-3) + (rise * (position - below));
        double[] slope = [rise * (CellModel.VoltagePointCount - 1), 1, 1];
        double innovation = row.Volts - open - (row.Amperes * ohms) - state[1] - state[2];
        double[] spread = new double[3];
        double total = VoltsVariance;
        for (int i = 0; i < 3; i++)
        {
            spread[i] = (covariance[i, 0] * slope[0]) + covariance[i, 1] + covariance[i, 2];
            total += slope[i] * spread[i];
        }

        for (int i = 0; i < 3; i++)
        {
            state[i] += spread[i] / total * innovation;
            for (int j = 0; j < 3; j++)
            {
                covariance[i, j] -= spread[i] * spread[j] / total;
            }
        }
    }
}
