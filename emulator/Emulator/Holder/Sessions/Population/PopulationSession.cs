namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>One draw, played. Its figures count where the session was not excluded or refused.</summary>
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

    /// <summary>The session's own report; null for a draw that was excluded.</summary>
    public SessionReport? Report { get; private init; }

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

    /// <summary>The rested cell can give what the strongest puff takes besides all that holding takes.</summary>
    public bool IsWithinPower { get; private init; }

    /// <summary>The firmware refused the start although an ideal controller would have come to the session's end.</summary>
    public bool CouldHaveLasted { get; private init; }

    /// <summary>Errors while holding; null without a session, or once they are counted.</summary>
    internal ErrorHistogram? HoldErrors { get; private set; }

    /// <summary>Plays a draw, unless it is excluded.</summary>
    public static PopulationSession Play(SessionDraw draw)
    {
        if (HoldPower.IsBeyondTheCell(draw))
        {
            return new PopulationSession(draw, PopulationOutcome.Excluded);
        }

        var metrics = new PopulationMetrics(draw);
        SessionReport report = SessionRun.Execute(draw.CalibratedHolder(), draw.Puffs, [metrics]);
        return new PopulationSession(draw, OutcomeOf(report))
        {
            Report = report,
            TimeOptimalRatio = metrics.RiseSeconds / TimeOptimalRise.SecondsTo(PopulationMetrics.RiseEndCelsius, draw),
            UnavoidableDroopCelsius = metrics.UnavoidableDroopCelsius,
            DroopBeyondPhysicsCelsius = metrics.DroopBeyondPhysicsCelsius,
            PuffsBegun = metrics.PuffsBegun,
            IsPuffCountWrong = IsWrong(report, metrics),
            IsWithinPower = !HoldPower.IsStrongestPuffBeyondTheCell(draw),
            HoldErrors = metrics.HoldErrors,
            CouldHaveLasted = OutcomeOf(report) == PopulationOutcome.Refused && IdealTwin.CanLast(draw.Plant, draw.AmbientCelsius, draw.Puffs),
        };
    }

    /// <summary>Hands over the samples and forgets them: thousands of sessions are kept until the end.</summary>
    internal void MoveSamplesTo(ErrorHistogram total)
    {
        if (HoldErrors is not null)
        {
            total.Add(HoldErrors);
            HoldErrors = null;
        }
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
