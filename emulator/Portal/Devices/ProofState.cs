namespace IqosDevice.Portal.Devices;

/// <summary>What became of a proof of purchase.</summary>
public enum ProofState
{
    Waiting,
    Accepted,
    Refused,
}
