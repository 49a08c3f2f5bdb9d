using IqosDevice.Portal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IqosDevice.Portal.Diagnosis;

/// <summary>A claim under warranty. One by law needs no profile, and then names nobody: the receipt is shown at a shop.</summary>
public sealed class WarrantyClaim : IEntityTypeConfiguration<WarrantyClaim>
{
    /// <summary>How long a claim keeps another one for the same device away.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromDays(15);

    public Guid Id { get; init; }

    public required string DeviceCode { get; init; }

    /// <summary>Who claims, where it is the owner of a registered device.</summary>
    public Guid? CustomerId { get; init; }

    public WarrantyKind Kind { get; init; }

    public required string Description { get; init; }

    public DateTimeOffset FiledAt { get; init; }

    public void Configure(EntityTypeBuilder<WarrantyClaim> builder)
    {
        builder.HasOne<Customer>().WithMany().HasForeignKey(claim => claim.CustomerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(claim => claim.DeviceCode);
    }
}
