namespace IqosDevice.Portal.Diagnosis;

/// <summary>A replacement as the clerk sees it who is to hand it out.</summary>
/// <param name="Id">Its number.</param>
/// <param name="DeviceCode">The faulty device.</param>
/// <param name="ShopId">Where it is handed out.</param>
/// <param name="RequestedAt">When it was asked for.</param>
public sealed record OpenReplacement(Guid Id, string DeviceCode, string ShopId, DateTimeOffset RequestedAt)
{
    public static OpenReplacement Of(Replacement replacement) =>
        new(replacement.Id, replacement.DeviceCode, replacement.ShopId, replacement.RequestedAt);
}
