using IqosDevice.Portal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IqosDevice.Portal.Diagnosis;

/// <summary>A faulty device that a shop is to replace.</summary>
public sealed class Replacement : IEntityTypeConfiguration<Replacement>
{
    public Guid Id { get; init; }

    public required string DeviceCode { get; init; }

    public Guid CustomerId { get; init; }

    public required string ShopId { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    public ReplacementState State { get; set; }

    /// <summary>The device that was handed out.</summary>
    public string? NewCode { get; set; }

    public void Configure(EntityTypeBuilder<Replacement> builder)
    {
        builder.HasOne<Customer>().WithMany().HasForeignKey(replacement => replacement.CustomerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(replacement => replacement.DeviceCode);
    }
}
