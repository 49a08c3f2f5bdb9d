using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IqosDevice.Portal.Outbox;

/// <summary>An e-mail or a text message that a real service would have sent.</summary>
public sealed class OutboxMessage : IEntityTypeConfiguration<OutboxMessage>
{
    public long Id { get; init; }

    public DateTimeOffset SentAt { get; init; }

    public Channel Channel { get; init; }

    /// <summary>E-mail address or mobile number.</summary>
    public required string To { get; init; }

    /// <summary>What the message is about, for a test that looks for it; e.g. <c>sign-in-code</c>.</summary>
    public required string Topic { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    /// <summary>The one-time code in it, so that a test need not read prose.</summary>
    public string? Code { get; init; }

    /// <summary>The link in it, relative to the portal.</summary>
    public string? Link { get; init; }

    /// <summary>Whom it went to, as long as there is such a customer.</summary>
    public Guid? CustomerId { get; init; }

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.Property(message => message.To).HasMaxLength(254);
        builder.HasIndex(message => message.To);
        builder.HasIndex(message => message.CustomerId);
    }
}
