namespace IqosDevice.Portal.Devices;

/// <summary>A proof of purchase as the customer sees it who uploaded it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="DeviceCode">Code that was given with it.</param>
/// <param name="State">Whether it was decided upon, and how.</param>
/// <param name="UploadedAt">When it was uploaded.</param>
public sealed record ProofView(Guid Id, string? DeviceCode, ProofState State, DateTimeOffset UploadedAt)
{
    public static ProofView Of(ProofOfPurchase proof) => new(proof.Id, proof.DeviceCode, proof.State, proof.UploadedAt);
}
