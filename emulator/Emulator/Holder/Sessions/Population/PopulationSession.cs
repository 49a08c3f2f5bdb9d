namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>
/// One draw, played. Its figures count where it was neither refused nor is excluded; a trip of an excluded one counts all
/// the same.
/// </summary>
public sealed class PopulationSession
{
    private const string RefusedPrefix = "start refused";

    private PopulationSession(SessionDraw draw, PopulationOutcome outcome)
    {
        Draw = draw;
        Outcome = outcome;
    }

    public SessionDraw Draw { get; }

    public PopulationOutcome Outcome { get; }

    /// <summary>The session's own report.</summary>
    public required SessionReport Report { get; init; }

    /// <summary>The firmware started, and the cell cannot hold the set point through each puff: see <see cref="HoldPower"/>.</summary>
    public bool IsExcluded { get; private init; }

    /// <summary>Time to the set point - 3 °C over the shortest possible; null where it was not reached.</summary>
    public double? TimeOptimalRatio { get; private init; }

    /// <summary>Deepest droop of the ideal twin in a puff: what no controller can prevent.</summary>
    public double UnavoidableDroopCelsius { get; private init; }

    /// <summary>Deepest droop in a puff below set point and ideal twin: the controller's own share.</summary>
    public double DroopBeyondPhysicsCelsius { get; private init; }

    /// <summary>Puffs that took place between Ready and the end of heating.</summary>
    public int PuffsBegun { get; private init; }

    /// <summary>The firmware's count is not what took place.</summary>
    public bool IsPuffCountWrong { get; private init; }

    /// <summary>The firmware refused the start although an ideal controller would have come to the session's end.</summary>
    public bool CouldHaveLasted { get; private init; }

    /// <summary>Errors while holding; null without a session, or once they are counted.</summary>
    internal ErrorHistogram? HoldErrors { get; private set; }

    /// <summary>Plays a draw.</summary>
    public static PopulationSession Play(SessionDraw draw)
    {
        var metrics = new PopulationMetrics(draw);
        SessionReport report = SessionRun.Execute(draw.CalibratedHolder(), draw.Puffs, [metrics]);
        PopulationOutcome outcome = OutcomeOf(report);
        return new PopulationSession(draw, outcome)
        {
            Report = report,
            IsExcluded = outcome != PopulationOutcome.Refused && HoldPower.IsBeyondTheCell(draw),
            TimeOptimalRatio = metrics.RiseSeconds / TimeOptimalRise.SecondsTo(PopulationMetrics.RiseEndCelsius, draw),
            UnavoidableDroopCelsius = metrics.UnavoidableDroopCelsius,
            DroopBeyondPhysicsCelsius = metrics.DroopBeyondPhysicsCelsius,
            PuffsBegun = metrics.PuffsBegun,
            IsPuffCountWrong = IsWrong(report, metrics),
            HoldErrors = metrics.HoldErrors,
            CouldHaveLasted = outcome == PopulationOutcome.Refused && IdealTwin.CanLast(draw.Plant, draw.AmbientCelsius, draw.Puffs),
        };
    }

    /// <summary>Hands over the samples and forgets them: thousands of sessions are kept until the end.</summary>
    internal void MoveSamplesTo(ErrorHistogram total)
    {
        if (HoldErrors is not null && !IsExcluded)
        {
            total.Add(HoldErrors);
        }

        HoldErrors = null;
    }

    private static PopulationOutcome OutcomeOf(SessionReport report) => report switch
    {
        { Faults: [var only] } when only.StartsWith(RefusedPrefix, StringComparison.Ordinal) && !only.EndsWith("Fault", StringComparison.Ordinal)
            => PopulationOutcome.Refused,
        { Faults.Count: > 0 } or { EndReason: "Fault" } => PopulationOutcome.Tripped,
        { EndReason: "Battery" } => PopulationOutcome.Battery,
        _ => PopulationOutcome.Completed,
    };

    /// <summary>
    /// The puff that ends a session is its last one, so there the count is exact. Where something else ends it, a puff may
    /// be going on, or be too fresh to have been seen.
    /// </summary>
    private static bool IsWrong(SessionReport report, PopulationMetrics metrics)
    {
        int least = report.EndReason == "Puffs" ? metrics.PuffsBegun : metrics.PuffsOver;
        return report.Puffs < least || report.Puffs > metrics.PuffsBegun;
    }
}
