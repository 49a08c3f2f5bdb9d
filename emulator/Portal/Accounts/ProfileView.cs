using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Accounts;

/// <summary>The profile as its owner sees it.</summary>
public sealed record ProfileView
{
    public required string Email { get; init; }

    /// <summary>In E.164.</summary>
    public required string Mobile { get; init; }

    public bool MobileConfirmed { get; init; }

    public required string FamilyName { get; init; }

    public required string GivenName { get; init; }

    public DateOnly BirthDate { get; init; }

    public required string PostalCode { get; init; }

    public required string Town { get; init; }

    public required string Street { get; init; }

    public Language Language { get; init; }

    /// <summary>A member of the club, which is the consent to newsletters.</summary>
    public bool ClubMember { get; init; }

    public static ProfileView Of(Customer customer) => new()
    {
        Email = customer.Email,
        Mobile = customer.Mobile,
        MobileConfirmed = customer.MobileConfirmed,
        FamilyName = customer.FamilyName,
        GivenName = customer.GivenName,
        BirthDate = customer.BirthDate,
        PostalCode = customer.PostalCode,
        Town = customer.Town,
        Street = customer.Street,
        Language = customer.Language,
        ClubMember = customer.ClubSince is not null,
    };
}
