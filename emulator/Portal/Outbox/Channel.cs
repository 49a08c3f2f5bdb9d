namespace IqosDevice.Portal.Outbox;

/// <summary>How a message travels.</summary>
public enum Channel
{
    Email,
    Mobile,
}
