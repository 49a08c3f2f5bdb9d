using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Accounts;

/// <summary>Membership of the club, which is the consent to newsletters. A profile is its prerequisite.</summary>
public sealed class Club(PortalDb db, PortalClock clock, Post post, Audit audit, IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("newsletter links");

    /// <summary>Ticks or clears the box in the profile.</summary>
    public Task<Outcome> SetMemberAsync(Guid customerId, bool member) => db.WriteAsync(async () =>
    {
        Customer customer = await db.Customers.SingleAsync(found => found.Id == customerId);
        customer.ClubSince = member ? customer.ClubSince ?? clock.GetUtcNow() : null;
        return audit.Note(Outcome.Done, customerId, member ? "club.join" : "club.leave");
    });

    /// <summary>Leaves by the link in a newsletter, which needs no sign-in and works as often as it is opened.</summary>
    public async Task<Outcome> LeaveByLinkAsync(string? token)
    {
        if (Read(token) is not { } customerId)
        {
            return Outcome.Refuse("link-wrong", "token");
        }

        return await db.WriteAsync(async () =>
        {
            // Who has deleted the profile gets no newsletters either: that is what was asked for.
            if (await db.Customers.SingleOrDefaultAsync(found => found.Id == customerId) is { } customer)
            {
                customer.ClubSince = null;
                audit.Add(customerId, "club.leave-by-link");
            }

            return Outcome.Done;
        });
    }

    /// <summary>Sends a newsletter to every member; to nobody else.</summary>
    /// <returns>How many were sent.</returns>
    public Task<int> SendNewsletterAsync() => db.WriteAsync(async () =>
    {
        List<Customer> members = await db.Customers.Where(customer => customer.ClubSince != null && customer.EmailConfirmed).ToListAsync();
        foreach (Customer member in members)
        {
            post.Email(member, Letters.Newsletter("/newsletter/leave?token=" + protector.Protect(member.Id.ToString())));
        }

        return members.Count;
    });

    private Guid? Read(string? token)
    {
        try
        {
            return token is { Length: > 0 and < 500 } && Guid.TryParse(protector.Unprotect(token), out Guid id) ? id : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
