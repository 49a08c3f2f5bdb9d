using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Accounts;

/// <summary>What somebody fills in to get a profile.</summary>
public sealed record RegistrationForm
{
    public string? Email { get; init; }

    public string? Mobile { get; init; }

    public string? FamilyName { get; init; }

    public string? GivenName { get; init; }

    /// <summary>As <c>YYYY-MM-DD</c>.</summary>
    public string? BirthDate { get; init; }

    public string? PostalCode { get; init; }

    public string? Town { get; init; }

    public string? Street { get; init; }

    public string? Password { get; init; }

    /// <summary>The declaration that the person smokes or uses nicotine products already.</summary>
    public bool Smoker { get; init; }

    /// <summary>The privacy notice was read and accepted.</summary>
    public bool PrivacyNotice { get; init; }

    /// <summary>Language of messages; the page's own where it is missing.</summary>
    public Language? Language { get; init; }
}
