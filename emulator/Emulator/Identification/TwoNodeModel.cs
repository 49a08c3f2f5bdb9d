namespace IqosDevice.Emulator.Identification;

/// <summary>
/// The plant's equations of heater and second node, with a gain for the input, a lag for the sensor and, for two
/// heaters, a conductance between them and a supply that sags under both. In kelvins above ambient:
/// <code>
/// dT_h/dt = gain·u·(1 - sag·u_sag) - (G_hs/C_h)(T_h - T_s) - (G_ha/C_h)(1 + b·T_h) T_h - (G_12/C_h)(T_h - T_h,other)
/// dT_s/dt = (G_hs/C_s)(T_h - T_s) - (G_sa/C_s) T_s
/// dT_m/dt = (T_h - T_m) / lag
/// </code>
/// u_sag is the other heater's input, with a single heater its own.
/// </summary>
public sealed class TwoNodeModel
{
    private const int StatesPerZone = 3;

    // Of the fastest rate that is looked for; the method is stable to 2.7, and four rates may act on one node.
    private const double StepShare = 0.5;

    private readonly MeasuredRun run;
    private readonly double longestStepSeconds;
    private readonly int size;
    private readonly double[] state;
    private readonly double[] trial;
    private readonly double[][] slopes;

    public TwoNodeModel(MeasuredRun run)
    {
        this.run = run;
        longestStepSeconds = StepShare / run.FastestPerSecond;
        size = StatesPerZone * run.Zones.Count;
        state = new double[size];
        trial = new double[size];
        slopes = [new double[size], new double[size], new double[size], new double[size]];
    }

    /// <summary>
    /// What the sensors would have read, °C, per zone and row: one free run from rest at the first row, driven by the
    /// inputs alone. No measured temperature enters it.
    /// </summary>
    public double[][] Predict(IReadOnlyList<ZoneParameters> zones, int rowCount)
    {
        Array.Clear(state);
        double[][] celsius = [.. zones.Select(_ => new double[rowCount])];
        for (int row = 0; row < rowCount; row++)
        {
            if (row > 0)
            {
                Advance(zones, row - 1, run.Seconds[row] - run.Seconds[row - 1]);
            }

            for (int zone = 0; zone < zones.Count; zone++)
            {
                int sensor = (zone * StatesPerZone) + (zones[zone].LagSeconds > 0 ? 2 : 0);
                celsius[zone][row] = zones[zone].AmbientCelsius + state[sensor];
            }
        }

        return celsius;
    }

    // The classic method of Runge and Kutta, fourth order.
    private void Advance(IReadOnlyList<ZoneParameters> zones, int row, double seconds)
    {
        int steps = (int)Math.Ceiling(seconds / longestStepSeconds);
        double step = seconds / steps;
        for (int i = 0; i < steps; i++)
        {
            RateOf(zones, row, state, slopes[0]);
            RateOf(zones, row, Toward(slopes[0], step / 2), slopes[1]);
            RateOf(zones, row, Toward(slopes[1], step / 2), slopes[2]);
            RateOf(zones, row, Toward(slopes[2], step), slopes[3]);
            for (int j = 0; j < size; j++)
            {
                state[j] += step / 6 * (slopes[0][j] + (2 * slopes[1][j]) + (2 * slopes[2][j]) + slopes[3][j]);
            }
        }
    }

    private double[] Toward(double[] slope, double step)
    {
        for (int i = 0; i < size; i++)
        {
            trial[i] = state[i] + (step * slope[i]);
        }

        return trial;
    }

    private void RateOf(IReadOnlyList<ZoneParameters> zones, int row, double[] at, double[] rate)
    {
        for (int zone = 0; zone < zones.Count; zone++)
        {
            ZoneParameters of = zones[zone];
            int first = zone * StatesPerZone;
            double heater = at[first];
            double second = at[first + 1];
            double other = zones.Count > 1 ? at[(1 - zone) * StatesPerZone] : heater;
            double supply = 1 - (of.SupplySag * run.Zones[zones.Count - 1 - zone].Input[row]);
            rate[first] = (of.GainKelvinPerSecond * run.Zones[zone].Input[row] * supply)
                - (of.HeaterToSecondPerSecond * (heater - second))
                - (of.HeaterToAmbientPerSecond * heater * (1 + (of.LossGrowthPerKelvin * heater)))
                - (of.CouplingPerSecond * (heater - other));
            rate[first + 1] = (of.SecondToHeaterPerSecond * (heater - second)) - (of.SecondToAmbientPerSecond * second);
            rate[first + 2] = of.LagSeconds > 0 ? (heater - at[first + 2]) / of.LagSeconds : 0;
        }
    }
}
