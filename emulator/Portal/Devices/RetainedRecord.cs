using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IqosDevice.Portal.Devices;

/// <summary>
/// What the books must hold about a transaction whatever becomes of the profile (Act C of 2000 on accounting, 169: eight
/// years). It names a device, never a person.
/// </summary>
public sealed class RetainedRecord : IEntityTypeConfiguration<RetainedRecord>
{
    private const int Years = 8;

    public long Id { get; init; }

    /// <summary>What happened: <c>replacement</c>, <c>give-back</c>, <c>warranty-claim</c>.</summary>
    public required string Kind { get; init; }

    public required string DeviceCode { get; init; }

    public string? ShopId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Deleted from then on (<see cref="Data.Retention"/>).</summary>
    public DateTimeOffset KeepUntil { get; init; }

    public static RetainedRecord Create(string kind, string deviceCode, DateTimeOffset now, string? shopId = null) => new()
    {
        Kind = kind,
        DeviceCode = deviceCode,
        ShopId = shopId,
        At = now,
        KeepUntil = now.AddYears(Years),
    };

    public void Configure(EntityTypeBuilder<RetainedRecord> builder) => builder.HasIndex(record => record.KeepUntil);
}
