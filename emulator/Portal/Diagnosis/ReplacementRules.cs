using IqosDevice.Portal.Devices;
using IqosDevice.Portal.Support;

namespace IqosDevice.Portal.Diagnosis;

/// <summary>When a device is replaced, and by which.</summary>
public static class ReplacementRules
{
    /// <summary>How long a diagnosis counts, and how long an approved replacement can be fetched.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromDays(30);

    /// <summary>What keeps a registered device from being replaced.</summary>
    /// <returns>Field and problem code, or null where nothing does.</returns>
    public static (string Field, string Code)? RefuseRequest(
        Device device, DateTimeOffset? lastFaulty, bool hasOpen, Shop? shop, DateOnly today, DateTimeOffset now) =>
        hasOpen ? (string.Empty, "replacement-open")
        : !WarrantyRules.Covers(device, registered: true, today) ? (string.Empty, "out-of-warranty")
        : lastFaulty is null || lastFaulty <= now - Validity ? (string.Empty, "no-diagnosis")
        : shop is null ? ("shopId", "shop-unknown")
        : shop.LimitedRange ? ("shopId", "shop-limited")
        : !shop.Models.Contains(device.Model, StringComparer.Ordinal) ? ("shopId", "shop-other-models")
        : null;

    /// <summary>What keeps a device from being handed out in place of another.</summary>
    public static string? RefuseNewDevice(Device? device, string model, bool isOwned) =>
        device is null ? "code-unknown"
        : device.Model != model ? "replacement-other-model"
        : device.Blocked is not null || device.SoldOn is not null || isOwned ? "replacement-not-in-stock"
        : null;

    public static bool IsOpen(Replacement replacement, DateTimeOffset now) =>
        replacement.State == ReplacementState.Open && now < replacement.RequestedAt + Validity;
}
