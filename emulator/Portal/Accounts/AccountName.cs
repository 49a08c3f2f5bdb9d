using IqosDevice.Portal.Common;
using IqosDevice.Portal.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Accounts;

/// <summary>What somebody typed to say who they are: an e-mail address or a mobile number. Only confirmed ones lead to an account.</summary>
public sealed record AccountName(Channel Channel, string Value)
{
    private const int Longest = 254;

    public static AccountName Parse(string? text)
    {
        string name = text is { Length: <= Longest } ? text.Trim() : string.Empty;
        return name.Contains('@', StringComparison.Ordinal)
            ? new AccountName(Channel.Email, Customer.Normalize(name))
            : new AccountName(Channel.Mobile, FieldChecks.NormalizeMobile(name) ?? string.Empty);
    }

    public IQueryable<Customer> Whose(IQueryable<Customer> customers) => Channel == Channel.Email
        ? customers.Where(customer => customer.EmailConfirmed && customer.NormalizedEmail == Value)
        : customers.Where(customer => customer.EmailConfirmed && customer.MobileConfirmed && customer.Mobile == Value);

    public Task<Customer?> FindAsync(IQueryable<Customer> customers) => Whose(customers).SingleOrDefaultAsync();
}
