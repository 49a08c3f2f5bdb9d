using Microsoft.AspNetCore.Identity;

namespace IqosDevice.Portal.Accounts;

/// <summary>Nobody's account: what a password is checked against where there is no account, so that the answer takes as long.</summary>
public sealed class DecoyAccount
{
    public DecoyAccount(IPasswordHasher<Customer> hasher)
    {
        Customer = new Customer
        {
            Email = string.Empty,
            NormalizedEmail = string.Empty,
            Mobile = string.Empty,
            FamilyName = string.Empty,
            GivenName = string.Empty,
            PostalCode = string.Empty,
            Town = string.Empty,
            Street = string.Empty,
        };
        Customer.PasswordHash = hasher.HashPassword(Customer, Guid.NewGuid().ToString());
    }

    public Customer Customer { get; }
}
