using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IqosDevice.Portal.Accounts;

/// <summary>A code that was sent to somebody, for one purpose. Its number goes to whoever asked, the code to the owner of the address.</summary>
public sealed class OneTimeCode : IEntityTypeConfiguration<OneTimeCode>
{
    /// <summary>Wrong guesses after which a code is worth nothing.</summary>
    public const int MaximumAttempts = 5;

    public Guid Id { get; init; }

    public Guid CustomerId { get; init; }

    public CodePurpose Purpose { get; init; }

    /// <summary>The code, encrypted with a key that is not in the database.</summary>
    public required string ProtectedCode { get; init; }

    /// <summary>What it is to confirm: a new e-mail address, for instance.</summary>
    public string? Target { get; init; }

    public DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public int Attempts { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Whether it may still be tried: not used, not expired, not guessed at too often.</summary>
    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < ExpiresAt && Attempts < MaximumAttempts;

    public void Configure(EntityTypeBuilder<OneTimeCode> builder)
    {
        builder.HasOne<Customer>().WithMany().HasForeignKey(code => code.CustomerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(code => new { code.CustomerId, code.Purpose });
    }
}
