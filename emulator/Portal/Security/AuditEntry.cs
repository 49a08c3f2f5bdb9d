using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IqosDevice.Portal.Security;

/// <summary>One line of the audit log: who did what, when, and how it ended. Names nobody: the actor is a number.</summary>
public sealed class AuditEntry : IEntityTypeConfiguration<AuditEntry>
{
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Number of the account, or null where nobody was signed in or no account was meant.</summary>
    public Guid? Actor { get; init; }

    /// <summary>What was tried, e.g. <c>sign-in.password</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Code of the device that it was about, if any.</summary>
    public string? DeviceCode { get; init; }

    /// <summary><c>done</c>, or the code of the first problem.</summary>
    public required string Result { get; init; }

    public void Configure(EntityTypeBuilder<AuditEntry> builder) => builder.HasIndex(entry => entry.At);
}
