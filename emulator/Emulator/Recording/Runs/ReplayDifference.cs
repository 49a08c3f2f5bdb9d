namespace IqosDevice.Emulator.Recording.Runs;

/// <summary>The first thing that came out otherwise than recorded.</summary>
/// <param name="Seconds">Virtual time of it.</param>
/// <param name="What">What was looked at: "sent", "state", "act" or "end".</param>
/// <param name="Recorded">As recorded.</param>
/// <param name="Replayed">As replayed.</param>
public sealed record ReplayDifference(double Seconds, string What, string Recorded, string Replayed);
