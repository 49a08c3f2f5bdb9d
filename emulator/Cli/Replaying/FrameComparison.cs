namespace IqosDevice.Cli.Replaying;

/// <summary>What the holder answered, beside what was captured; bytes in hex.</summary>
/// <param name="Label">The request's name in the capture.</param>
/// <param name="Request">What was sent.</param>
/// <param name="Captured">The device's frames after it in the capture.</param>
/// <param name="Replayed">The holder's replies.</param>
/// <param name="Same">They are equal, byte for byte.</param>
/// <param name="Note">Where they differ, or why the holder was silent; null for nothing to say.</param>
internal sealed record FrameComparison(
    string Label, string Request, IReadOnlyList<string> Captured, IReadOnlyList<string> Replayed, bool Same, string? Note);
