namespace IqosDevice.Portal.Devices;

/// <summary>A registered device as its owner sees it.</summary>
public sealed record OwnDevice
{
    public required string Code { get; init; }

    public required string Model { get; init; }

    public DateOnly? SoldOn { get; init; }

    public string? SoldIn { get; init; }

    public DateTimeOffset RegisteredAt { get; init; }

    public OwnershipBasis Basis { get; init; }

    public DateOnly? StatutoryWarrantyUntil { get; init; }

    public DateOnly? ExtendedWarrantyUntil { get; init; }

    /// <summary>Released to somebody who may accept until then; null where it is not.</summary>
    public DateTimeOffset? OfferedUntil { get; init; }

    /// <summary>May be given back until then; null where it may not.</summary>
    public DateTimeOffset? GiveBackUntil { get; init; }

    /// <summary>Shop at which a replacement waits; null where none does.</summary>
    public string? ReplacementShopId { get; init; }
}
