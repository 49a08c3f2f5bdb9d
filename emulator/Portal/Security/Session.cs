using IqosDevice.Portal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IqosDevice.Portal.Security;

/// <summary>Where somebody is signed in: one browser or one app. A request counts as long as its row is here.</summary>
public sealed class Session : IEntityTypeConfiguration<Session>
{
    public Guid Id { get; init; }

    public Guid CustomerId { get; init; }

    public ClientKind Client { get; init; }

    /// <summary>What the browser or the app calls itself, in short; for the customer to know it again.</summary>
    public required string Device { get; init; }

    public DateTimeOffset SignedInAt { get; init; }

    /// <summary>Last request, give or take <see cref="Sessions.SeenStep"/>.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>Whether it still holds, by what is known here; the ticket itself may have ended sooner.</summary>
    public bool IsOpen(DateTimeOffset now) => Client == ClientKind.App
        ? now < LastSeenAt + Sessions.AppRefresh + Sessions.SeenStep
        : now <= SignedInAt + Sessions.WebLongest && now < LastSeenAt + Sessions.WebIdle + Sessions.SeenStep;

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.HasOne<Customer>().WithMany().HasForeignKey(session => session.CustomerId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(session => session.Device).HasMaxLength(DeviceNames.Longest);
        builder.HasIndex(session => session.CustomerId);
    }
}
