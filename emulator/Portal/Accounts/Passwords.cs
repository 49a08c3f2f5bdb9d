using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Accounts;

/// <summary>
/// Checks passwords. The slow part runs before the turn to write is taken, and an account that does not exist costs as
/// much as one that does; after five wrong ones in a row the account is locked for ten minutes.
/// </summary>
public sealed class Passwords(PortalDb db, UserManager<Customer> manager, Audit audit, DecoyAccount decoy)
{
    /// <summary>Within a change begun here: the customer whose password this is, or null. Failures count.</summary>
    public async Task<Outcome<T>> WithPasswordAsync<T>(
        Func<IQueryable<Customer>, IQueryable<Customer>> whose, string? password, string action, Problem refusal, Func<Customer, Task<Outcome<T>>> then)
    {
        Customer? seen = await whose(db.Customers.AsNoTracking()).SingleOrDefaultAsync();
        bool right = IsRight(seen ?? decoy.Customer, password) && seen is not null;
        return await db.WriteAsync(async () =>
        {
            Customer? customer = seen is null ? null : await db.Customers.SingleOrDefaultAsync(found => found.Id == seen.Id);
            if (customer is null || await manager.IsLockedOutAsync(customer))
            {
                return audit.Note(Outcome<T>.Refuse([refusal]), customer?.Id, action);
            }

            // The password was changed while the old one was being checked.
            if (!right || customer.PasswordHash != seen!.PasswordHash)
            {
                await manager.AccessFailedAsync(customer);
                return audit.Note(Outcome<T>.Refuse([refusal]), customer.Id, action);
            }

            await manager.ResetAccessFailedCountAsync(customer);
            return audit.Note(await then(customer), customer.Id, action);
        });
    }

    private bool IsRight(Customer customer, string? password) => password is { Length: > 0 and <= PasswordRules.Longest }
        && manager.PasswordHasher.VerifyHashedPassword(customer, customer.PasswordHash, password) != PasswordVerificationResult.Failed;
}
