using IqosDevice.Portal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IqosDevice.Portal.Devices;

/// <summary>A usage video that an owner watched to its end; only the first time counts.</summary>
public sealed class WatchedVideo : IEntityTypeConfiguration<WatchedVideo>
{
    public Guid CustomerId { get; init; }

    public required string DeviceCode { get; init; }

    public required string VideoId { get; init; }

    public DateTimeOffset At { get; init; }

    public void Configure(EntityTypeBuilder<WatchedVideo> builder)
    {
        builder.HasKey(video => new { video.CustomerId, video.DeviceCode, video.VideoId });
        builder.HasOne<Customer>().WithMany().HasForeignKey(video => video.CustomerId).OnDelete(DeleteBehavior.Cascade);
    }
}
