namespace IqosDevice.Portal.Diagnosis;

/// <summary>What a diagnosis says.</summary>
public sealed record DiagnosisResult(Guid Id, string Code, DateTimeOffset At, bool Faulty, IReadOnlyList<Finding> Findings);
