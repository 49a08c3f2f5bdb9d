using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Devices;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Security;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Accounts;

/// <summary>
/// Deletes a profile at once: the row and all that hangs on it, every message that was sent, and the pages of the
/// database that held them. The devices are free again; what the books must hold names nobody.
/// </summary>
public sealed class Deletion(PortalDb db, Passwords passwords, Registry registry, Post post, Audit audit)
{
    public async Task<Outcome> DeleteAsync(Guid customerId, string? password)
    {
        Outcome<Customer> outcome = await passwords.WithPasswordAsync<Customer>(
            customers => customers.Where(customer => customer.Id == customerId),
            password,
            "profile.delete",
            new Problem("password", "password-wrong"),
            async customer =>
            {
                await DeleteAsync(customer);
                return customer;
            });
        if (outcome.IsDone)
        {
            await db.EmptyLogAsync();
        }

        return outcome;
    }

    /// <summary>Deletes a profile, within a change.</summary>
    public async Task DeleteAsync(Customer customer)
    {
        foreach (Ownership own in await db.Ownerships.Where(period => period.CustomerId == customer.Id && period.Until == null).ToListAsync())
        {
            await registry.EndAsync(own, OwnershipEnd.ProfileDeleted);
        }

        await db.TransferOffers.Where(offer => offer.ToNormalizedEmail == customer.NormalizedEmail).ExecuteDeleteAsync();
        await post.ForgetAsync(customer);
        await db.SaveChangesAsync();
        await db.Customers.Where(found => found.Id == customer.Id).ExecuteDeleteAsync();
        db.ChangeTracker.Clear();
        post.Goodbye(customer.Email, customer.Language, Letters.Deleted);
        audit.Add(customer.Id, "profile.deleted");
    }
}
