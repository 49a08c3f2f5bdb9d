namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>
/// Takes sessions as they end, in any order. Not thread-safe. What a session's samples weigh is added up at once and not
/// kept.
/// </summary>
public sealed class PopulationTally
{
    private readonly List<PopulationSession> sessions = [];
    private readonly ErrorHistogram holdErrors = new();

    /// <summary>Takes a session.</summary>
    public void Add(PopulationSession session)
    {
        session.MoveSamplesTo(holdErrors);
        sessions.Add(session);
    }

    /// <summary>What came of the sessions so far; the same whatever order they came in.</summary>
    public PopulationReport Report() => new(sessions, holdErrors);
}
