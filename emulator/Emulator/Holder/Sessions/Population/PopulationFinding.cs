namespace IqosDevice.Emulator.Holder.Sessions.Population;

/// <summary>A session that somebody should look at.</summary>
/// <param name="Run">Number of the draw: what replays it.</param>
/// <param name="Seed">Seed of its noise and puffs.</param>
/// <param name="What">"trip", "battery", "never ready", "droop" or "puff count".</param>
/// <param name="Detail">For people.</param>
public sealed record PopulationFinding(int Run, ulong Seed, string What, string Detail);
