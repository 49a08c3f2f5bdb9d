namespace IqosDevice.Portal.Devices;

/// <summary>On what a registration rests.</summary>
public enum OwnershipBasis
{
    Code,
    Proof,
    Offer,
    Replacement,
}
