namespace IqosDevice.Benchmarks.Gauge;

/// <summary>
/// The firmware's gauge started in the middle of a cycle, 30 points wrong: how far it is off after ten minutes of driving.
/// </summary>
/// <param name="Celsius">Temperature that the file's name tells.</param>
/// <param name="StartPercent">True charge at the start.</param>
/// <param name="StartErrorPercent">What the gauge was wrong by.</param>
/// <param name="ErrorAt10MinPercent">Error after ten minutes.</param>
internal sealed record MiddleStart(string File, int Celsius, double StartPercent, double StartErrorPercent, double ErrorAt10MinPercent)
{
    private const double Seconds = 600;

    /// <summary>Every start that the log is long enough for.</summary>
    public static IEnumerable<MiddleStart> Of(CellLog log, KnownCell cell) =>
        from charge in WrongStart.Charges
        let first = log.FirstRow(row => log.ReferenceAt(row, cell.AmpereHours) <= charge)
        where first >= 0 && log.Rows[^1].Seconds - log.Rows[first].Seconds >= Seconds
        let last = log.FirstRow(row => row > first && log.Rows[row].Seconds - log.Rows[first].Seconds >= Seconds)
        from wrong in WrongStart.Errors
        select new MiddleStart(
            log.File, log.Celsius, Math.Round(log.ReferenceAt(first, cell.AmpereHours) * 100), wrong * 100,
            WrongStart.ErrorAfter(log, cell, first, last, wrong));
}
