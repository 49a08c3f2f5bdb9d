namespace IqosDevice.Benchmarks.Gauge;

/// <summary>
/// The firmware's gauge on a whole 1C discharge, played twice from full: the health that it learns. The cell's capacity was
/// measured before and after its campaign; the second by the first is what the health should be.
/// </summary>
/// <param name="AmpereHours">What the tester counted over the discharge.</param>
/// <param name="HealthAfterOne">Capacity that was learned by that of a new cell, percent, after one discharge.</param>
/// <param name="HealthAfterTwo">The same after two.</param>
internal sealed record AgedCell(string File, double AmpereHours, int HealthAfterOne, int HealthAfterTwo)
{
    private const string NamePart = "1C_discharge";
    private const double LoadAmperes = -1;
    private const double FullVolts = 4.18;
    private const double TaperAmperes = 0.1;
    private const int FullSeconds = 20;
    private const int LeastRows = 60;

    /// <summary>By its name a file is such a discharge.</summary>
    public static bool IsDischarge(string file) => file.Contains(NamePart, StringComparison.OrdinalIgnoreCase);

    /// <summary>Plays the file's first discharge twice.</summary>
    /// <exception cref="FormatException">There is no discharge in it.</exception>
    public static AgedCell Of(CellLog log, KnownCell cell)
    {
        List<CellLogRow> discharge =
            [.. log.Rows.SkipWhile(static row => row.Amperes > LoadAmperes).TakeWhile(static row => row.Amperes <= LoadAmperes)];
        if (discharge.Count < LeastRows)
        {
            throw new FormatException($"{log.File}: no discharge of 1 A and more");
        }

        var gauge = new FirmwareGauge(cell, 1);
        double seconds = 0;
        int first = Play(gauge, discharge, ref seconds);
        int second = Play(gauge, discharge, ref seconds);
        double ampereHours = discharge[0].CounterAmpereHours - discharge[^1].CounterAmpereHours;
        return new(log.File, Math.Round(ampereHours, 3), first, second);
    }

    private static int Play(FirmwareGauge gauge, List<CellLogRow> discharge, ref double seconds)
    {
        for (int second = 0; second < FullSeconds; second++)
        {
            gauge.Step(new(seconds++, FullVolts, TaperAmperes, 0, discharge[0].Celsius));
        }

        foreach ((CellLogRow from, CellLogRow to) in discharge.Zip(discharge.Skip(1)))
        {
            // The log has a row in ten seconds and more; a gauge looks once a second.
            int count = Math.Max(1, (int)Math.Round(to.Seconds - from.Seconds));
            for (int second = 1; second <= count; second++)
            {
                double volts = from.Volts + ((to.Volts - from.Volts) * second / count);
                gauge.Step(to with { Seconds = seconds++, Volts = volts });
            }
        }

        return gauge.HealthPercent;
    }
}
