namespace IqosDevice.Benchmarks.Gauge;

/// <summary>
/// The firmware's gauge started under load in a pulse test, 30 points wrong: how far it is off after the first ten minutes
/// of rest.
/// </summary>
/// <param name="Celsius">Temperature that the file's name tells.</param>
/// <param name="StartPercent">True charge at the start.</param>
/// <param name="StartErrorPercent">What the gauge was wrong by.</param>
/// <param name="ErrorAfterRestPercent">Error after the rest.</param>
internal sealed record RestStart(string File, int Celsius, double StartPercent, double StartErrorPercent, double ErrorAfterRestPercent)
{
    private const string NamePart = "HPPC";
    private const double RestSeconds = 600;
    private const double RestAmperes = 0.05;
    private const double LoadAmperes = 0.5;

    /// <summary>By its name a file is a test of pulses with rests between them.</summary>
    public static bool IsPulseTest(string file) =>
        file.Contains(NamePart, StringComparison.OrdinalIgnoreCase) && !file.Contains("OCV", StringComparison.OrdinalIgnoreCase);

    /// <summary>Every start that has such a rest after it.</summary>
    public static IEnumerable<RestStart> Of(CellLog log, KnownCell cell) =>
        from charge in WrongStart.Charges
        let first = log.FirstRow(row => log.ReferenceAt(row, cell.AmpereHours) <= charge && log.Rows[row].Amperes <= -LoadAmperes)
        where first >= 0
        let last = EndOfRest(log, first)
        where last >= 0
        from wrong in WrongStart.Errors
        select new RestStart(
            log.File, log.Celsius, Math.Round(log.ReferenceAt(first, cell.AmpereHours) * 100), wrong * 100,
            WrongStart.ErrorAfter(log, cell, first, last, wrong));

    /// <summary>The row at which the first rest has lasted long enough, -1 without one.</summary>
    private static int EndOfRest(CellLog log, int first)
    {
        int begin = first;
        for (int row = first; row < log.Rows.Count; row++)
        {
            if (Math.Abs(log.Rows[row].Amperes) > RestAmperes)
            {
                begin = row;
            }
            else if (log.Rows[row].Seconds - log.Rows[begin].Seconds >= RestSeconds)
            {
                return row;
            }
        }

        return -1;
    }
}
