using IqosDevice.Portal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IqosDevice.Portal.Devices;

/// <summary>A device that its owner releases to somebody. Until it is accepted it stays where it is.</summary>
public sealed class TransferOffer : IEntityTypeConfiguration<TransferOffer>
{
    /// <summary>How long an offer can be accepted.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    public required string DeviceCode { get; init; }

    public Guid FromCustomerId { get; init; }

    /// <summary>E-mail address of whom it is offered to, normalized; there need not be a profile yet.</summary>
    public required string ToNormalizedEmail { get; init; }

    public DateTimeOffset OfferedAt { get; init; }

    public bool IsOpen(DateTimeOffset now) => now < OfferedAt + Lifetime;

    public void Configure(EntityTypeBuilder<TransferOffer> builder)
    {
        builder.HasKey(offer => offer.DeviceCode);
        builder.HasOne<Customer>().WithMany().HasForeignKey(offer => offer.FromCustomerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(offer => offer.ToNormalizedEmail);
    }
}
