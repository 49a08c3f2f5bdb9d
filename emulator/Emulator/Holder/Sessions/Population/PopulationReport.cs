namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>
/// Many sessions in numbers. Temperatures are the plant's true ones; figures are over the sessions that were played and
/// are not excluded, trips and ends over all that heated.
/// </summary>
public sealed class PopulationReport
{
    // Far beyond what any controller leaves of a puff: such a heater starves.
    private const double StarvedCelsius = 20;

    private readonly ErrorHistogram holdErrors;

    internal PopulationReport(IReadOnlyList<PopulationSession> sessions, ErrorHistogram holdErrors)
    {
        this.holdErrors = holdErrors;
        Runs = sessions.Count;
        RefusedStarts = Count(PopulationOutcome.Refused);
        RefusedThoughLasting = sessions.Count(session => session.CouldHaveLasted);
        FalseTrips = Count(PopulationOutcome.Tripped);
        EndedByBattery = Count(PopulationOutcome.Battery);
        List<PopulationSession> heated = [.. sessions.Where(session => session.Outcome != PopulationOutcome.Refused)];
        List<PopulationSession> played = [.. heated.Where(session => !session.IsExcluded)];
        List<PopulationSession> excluded = [.. heated.Where(session => session.IsExcluded)];
        Played = played.Count;
        Excluded = excluded.Count;
        NeverReady = heated.Count(session => session.Report.ReadyAtSeconds is null);
        PuffCountErrors = played.Count(session => session.IsPuffCountWrong);
        ReadySeconds = new Spreading(played.Select(session => session.Report.ReadyAtSeconds).OfType<double>());
        TimeOptimalRatio = new Spreading(played.Select(session => session.TimeOptimalRatio).OfType<double>());
        OvershootCelsius = new Spreading(played.Select(session => session.Report.OvershootCelsius));
        PuffDroopCelsius = new Spreading(played.Select(session => session.Report.PuffDroopMaxCelsius));
        UnavoidableDroopOfAllCelsius = new Spreading(heated.Select(session => session.UnavoidableDroopCelsius));
        UnavoidableDroopOfExcludedCelsius = new Spreading(excluded.Select(session => session.UnavoidableDroopCelsius));
        UnavoidableDroopCelsius = new Spreading(played.Select(session => session.UnavoidableDroopCelsius));
        DroopBeyondPhysicsCelsius = new Spreading(played.Select(session => session.DroopBeyondPhysicsCelsius));
        PeakCelsius = new Spreading(heated.Select(session => session.Report.PeakCelsius));
        PuffCountErrorsOfExcluded = excluded.Count(session => session.IsPuffCountWrong);
        Findings = [.. heated.SelectMany(FindingsOf).OrderBy(finding => finding.Run)];

        int Count(PopulationOutcome outcome) => sessions.Count(session => session.Outcome == outcome);
    }

    /// <summary>Draws.</summary>
    public int Runs { get; }

    /// <summary>Sessions that heated and in which holding takes more than the cell can give: see <see cref="HoldPower"/>.</summary>
    public int Excluded { get; }

    /// <summary>Starts that the firmware refused for want of charge or for the ambient temperature.</summary>
    public int RefusedStarts { get; }

    /// <summary>Those of them whose cell would have carried the session: the price of the margin; the others' would not.</summary>
    public int RefusedThoughLasting { get; }

    /// <summary>Sessions that heated and are not excluded: those of the figures.</summary>
    public int Played { get; }

    /// <summary>Sessions in which something tripped; all of them are nominal.</summary>
    public int FalseTrips { get; }

    public int EndedByBattery { get; }

    public int NeverReady { get; }

    /// <summary>Sessions in which the firmware's count of puffs is not what took place.</summary>
    public int PuffCountErrors { get; }

    public Spreading ReadySeconds { get; }

    public Spreading TimeOptimalRatio { get; }

    public Spreading OvershootCelsius { get; }

    public Spreading PuffDroopCelsius { get; }

    /// <summary>Droop of the ideal twin: what no controller can prevent.</summary>
    public Spreading UnavoidableDroopCelsius { get; }

    /// <summary>The same over all sessions that heated.</summary>
    public Spreading UnavoidableDroopOfAllCelsius { get; }

    /// <summary>The same over the excluded: its least shows that none of them could have been held.</summary>
    public Spreading UnavoidableDroopOfExcludedCelsius { get; }

    /// <summary>Droop below set point and ideal twin: the controller's own share.</summary>
    public Spreading DroopBeyondPhysicsCelsius { get; }

    public Spreading PeakCelsius { get; }

    /// <summary>Excluded sessions whose count of puffs is wrong: a starved heater's power tells nothing of them.</summary>
    public int PuffCountErrorsOfExcluded { get; }

    /// <summary>Sessions worth a look, by number.</summary>
    public IReadOnlyList<PopulationFinding> Findings { get; }

    /// <summary>Percentile over every sample of every session at 50 Hz, from Ready to the end of heating.</summary>
    public double? HoldErrorPercentile(int percent) => holdErrors.Percentile(percent);

    private static IEnumerable<PopulationFinding> FindingsOf(PopulationSession session)
    {
        SessionReport report = session.Report;
        if (session.Outcome == PopulationOutcome.Tripped)
        {
            yield return Finding("trip", report.Faults.Count == 0 ? "ended by Fault" : string.Join(", ", report.Faults));
        }

        if (session.Outcome == PopulationOutcome.Battery)
        {
            yield return Finding("battery", $"the cell was empty after {report.VirtualSeconds:F0} s and {report.Puffs} puffs");
        }

        if (report.ReadyAtSeconds is null)
        {
            yield return Finding("never ready", $"peak {report.PeakCelsius:F1} °C");
        }

        if (!session.IsExcluded && report.PuffDroopMaxCelsius > StarvedCelsius)
        {
            yield return Finding("droop", $"{report.PuffDroopMaxCelsius:F1} °C below the set point, ended by {report.EndReason}");
        }

        if (session.IsPuffCountWrong)
        {
            string cause = session.IsExcluded ? ", excluded" : string.Empty;
            yield return Finding("puff count", $"counted {report.Puffs} of {session.PuffsBegun}{cause}");
        }

        PopulationFinding Finding(string what, string detail) => new(session.Draw.Run, session.Draw.Seed, what, detail);
    }
}
