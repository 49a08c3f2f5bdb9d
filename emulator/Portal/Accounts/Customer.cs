using IqosDevice.Portal.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IqosDevice.Portal.Accounts;

/// <summary>A person with a profile. Everything personal is here or goes away with this row.</summary>
public sealed class Customer : IEntityTypeConfiguration<Customer>
{
    public Guid Id { get; init; }

    public required string Email { get; set; }

    /// <summary>The address as it is compared: two that differ in case are one.</summary>
    public required string NormalizedEmail { get; set; }

    public bool EmailConfirmed { get; set; }

    /// <summary>Mobile number in E.164.</summary>
    public required string Mobile { get; set; }

    public bool MobileConfirmed { get; set; }

    public string PasswordHash { get; set; } = string.Empty;

    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public required string FamilyName { get; set; }

    public required string GivenName { get; set; }

    public DateOnly BirthDate { get; init; }

    public required string PostalCode { get; set; }

    public required string Town { get; set; }

    public required string Street { get; set; }

    public Language Language { get; set; }

    public Role Role { get; init; }

    public DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Member of the club, which is the consent to newsletters, since then; null for no member.</summary>
    public DateTimeOffset? ClubSince { get; set; }

    /// <summary>What a password must not hold.</summary>
    public IEnumerable<string> PersonalTexts => [FamilyName, GivenName, Email, Mobile];

    public static string Normalize(string email) => email.ToUpperInvariant();

    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.Ignore(customer => customer.PersonalTexts);

        // An address or a number that is not confirmed proves nothing, so it keeps nobody else away.
        builder.HasIndex(customer => customer.NormalizedEmail).HasDatabaseName("OneProfileAnEmail").IsUnique().HasFilter("EmailConfirmed = 1");
        builder.HasIndex(customer => customer.Mobile).HasDatabaseName("OneProfileAMobile").IsUnique().HasFilter("MobileConfirmed = 1");
    }
}
