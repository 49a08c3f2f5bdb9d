using IqosDevice.Portal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IqosDevice.Portal.Devices;

/// <summary>One period in which a device was registered to somebody. Periods are never deleted; who it was is, with the profile.</summary>
public sealed class Ownership : IEntityTypeConfiguration<Ownership>
{
    public long Id { get; init; }

    public required string DeviceCode { get; init; }

    /// <summary>The owner; null once the profile is deleted.</summary>
    public Guid? CustomerId { get; set; }

    public DateTimeOffset Since { get; init; }

    public OwnershipBasis Basis { get; init; }

    /// <summary>End of the period; null while it lasts.</summary>
    public DateTimeOffset? Until { get; set; }

    public OwnershipEnd? EndedBy { get; set; }

    public void Configure(EntityTypeBuilder<Ownership> builder)
    {
        builder.HasOne<Device>().WithMany().HasForeignKey(period => period.DeviceCode);
        builder.HasOne<Customer>().WithMany().HasForeignKey(period => period.CustomerId).OnDelete(DeleteBehavior.SetNull);

        // Whatever the code above it does: never two owners.
        builder.HasIndex(period => period.DeviceCode).HasDatabaseName("OneOwnerADevice").IsUnique().HasFilter("Until IS NULL");
        builder.HasIndex(period => period.CustomerId);
    }
}
