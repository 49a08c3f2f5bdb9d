namespace IqosDevice.Portal.Diagnosis;

/// <summary>Where a replacement stands.</summary>
public enum ReplacementState
{
    Open,
    Done,
    Withdrawn,
}
