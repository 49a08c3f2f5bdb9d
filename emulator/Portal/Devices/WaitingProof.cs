namespace IqosDevice.Portal.Devices;

/// <summary>A proof of purchase as the clerk sees it who is to decide; it does not say whose it is.</summary>
/// <param name="Id">Its number.</param>
/// <param name="DeviceCode">Code that was given with it.</param>
/// <param name="BoughtOn">Day of purchase, as the customer gave it.</param>
/// <param name="BoughtIn">Country, ISO 3166-1 alpha-2.</param>
/// <param name="ContentType">What the file is.</param>
/// <param name="UploadedAt">When it was uploaded.</param>
public sealed record WaitingProof(Guid Id, string? DeviceCode, DateOnly BoughtOn, string BoughtIn, string ContentType, DateTimeOffset UploadedAt)
{
    public static WaitingProof Of(ProofOfPurchase proof) =>
        new(proof.Id, proof.DeviceCode, proof.BoughtOn, proof.BoughtIn, proof.ContentType, proof.UploadedAt);
}
