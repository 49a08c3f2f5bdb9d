using IqosDevice.Portal.Common;

namespace IqosDevice.Portal.Accounts;

/// <summary>Who may have a profile, and what has to be filled in for it.</summary>
public static class RegistrationRules
{
    public const int MinimumAge = 18;

    private const int LongestName = 80;
    private const int LongestStreet = 120;
    private const int LongestLife = 130;

    /// <summary>Checks a form; the customer is null exactly if there are problems.</summary>
    /// <param name="form">What was filled in.</param>
    /// <param name="today">The day, in Budapest.</param>
    /// <param name="now">The instant.</param>
    public static (Customer? Customer, IReadOnlyList<Problem> Problems) Check(RegistrationForm form, DateOnly today, DateTimeOffset now)
    {
        var checks = new FieldChecks();
        string familyName = checks.Line("familyName", form.FamilyName, LongestName);
        string givenName = checks.Line("givenName", form.GivenName, LongestName);
        DateOnly birthDate = checks.Date("birthDate", form.BirthDate);
        checks.Require(birthDate == default || IsAdult(birthDate, today), "birthDate", "under-age");
        checks.Require(birthDate == default || birthDate > today.AddYears(-LongestLife), "birthDate", "not-a-date");
        string email = checks.Email("email", form.Email);
        string mobile = checks.Mobile("mobile", form.Mobile);
        string postalCode = checks.PostalCode("postalCode", form.PostalCode);
        string town = checks.Line("town", form.Town, LongestName);
        string street = checks.Line("street", form.Street, LongestStreet);
        foreach (string code in PasswordRules.Check(form.Password, [familyName, givenName, email, mobile]))
        {
            checks.Add("password", code);
        }

        checks.Require(form.Smoker, "smoker", "smoker-declaration");
        checks.Require(form.PrivacyNotice, "privacyNotice", "privacy-notice");
        Language language = form.Language ?? Language.English;
        checks.Require(Enum.IsDefined(language), "language", "not-a-choice");
        if (checks.Problems.Count > 0)
        {
            return (null, checks.Problems);
        }

        return (new Customer
        {
            Id = Guid.NewGuid(),
            Email = email,
            NormalizedEmail = Customer.Normalize(email),
            Mobile = mobile,
            FamilyName = familyName,
            GivenName = givenName,
            BirthDate = birthDate,
            PostalCode = postalCode,
            Town = town,
            Street = street,
            Language = language,
            RegisteredAt = now,
        }, []);
    }

    /// <summary>An adult from the 18th birthday on; who was born on 29 February has it on 1 March in other years.</summary>
    public static bool IsAdult(DateOnly birthDate, DateOnly today)
    {
        int years = today.Year - birthDate.Year;
        bool hadBirthday = (today.Month, today.Day).CompareTo((birthDate.Month, birthDate.Day)) >= 0;
        return (hadBirthday ? years : years - 1) >= MinimumAge;
    }

    /// <summary>Checks and applies a new address.</summary>
    public static IReadOnlyList<Problem> ChangeAddress(Customer customer, AddressForm form)
    {
        var checks = new FieldChecks();
        string postalCode = checks.PostalCode("postalCode", form.PostalCode);
        string town = checks.Line("town", form.Town, LongestName);
        string street = checks.Line("street", form.Street, LongestStreet);
        if (checks.Problems.Count == 0)
        {
            (customer.PostalCode, customer.Town, customer.Street) = (postalCode, town, street);
        }

        return checks.Problems;
    }
}
