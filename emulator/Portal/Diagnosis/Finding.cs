namespace IqosDevice.Portal.Diagnosis;

/// <summary>One thing that a diagnosis found.</summary>
/// <param name="Code">What: <c>latched-fault</c>, <c>repeated-fault</c>, <c>low-health</c>, <c>heater-drift</c>.</param>
/// <param name="Measured">What was seen: a row of the safety checklist, trips, percent, seconds.</param>
/// <param name="Limit">What it was held against; 0 where any is one too many.</param>
public sealed record Finding(string Code, int Measured, int Limit);
