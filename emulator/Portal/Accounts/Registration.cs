using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Accounts;

/// <summary>From a form to a profile that can be used: the e-mail address has to be confirmed in between.</summary>
public sealed class Registration(
    PortalDb db, PortalClock clock, UserManager<Customer> manager, OneTimeCodes codes, Sessions sessions, Post post, Audit audit)
{
    /// <summary>
    /// Takes a registration. Done says only that a message is on its way: whether the address has a profile already is
    /// told to its owner alone.
    /// </summary>
    public async Task<Outcome> RegisterAsync(RegistrationForm form)
    {
        DateTimeOffset now = clock.GetUtcNow();
        (Customer? customer, IReadOnlyList<Problem> problems) = RegistrationRules.Check(form, BudapestTime.DayOf(now), now);
        if (customer is null)
        {
            return Outcome.Refuse(problems);
        }

        customer.PasswordHash = manager.PasswordHasher.HashPassword(customer, form.Password!);
        return await db.WriteAsync(async () =>
        {
            Customer? known = await db.Customers.SingleOrDefaultAsync(
                other => other.NormalizedEmail == customer.NormalizedEmail && other.EmailConfirmed);
            if (known is not null)
            {
                post.Email(known, Letters.AlreadyRegistered);
                audit.Add(known.Id, "register.again");
                return Outcome.Done;
            }

            await DropUnconfirmedAsync(customer.NormalizedEmail, now);
            db.Customers.Add(customer);
            string token = (await codes.IssueLinkTokenAsync(customer, CodePurpose.ConfirmEmail))!;
            post.Email(customer, Letters.Confirm("/confirm?token=" + token));
            audit.Add(customer.Id, "register");
            return Outcome.Done;
        });
    }

    /// <summary>Answers a confirmation e-mail: that of a registration, or that of a changed address.</summary>
    public Task<Outcome> ConfirmEmailAsync(string? token) => db.WriteAsync(async () =>
    {
        OneTimeCode? code = await codes.RedeemLinkTokenAsync(token ?? string.Empty, CodePurpose.ConfirmEmail);
        Customer? customer = code is null ? null : await db.Customers.FindAsync(code.CustomerId);
        if (customer is null)
        {
            return audit.Note(Outcome.Refuse("link-wrong", "token"), actor: null, "confirm-email");
        }

        string email = code!.Target ?? customer.Email;
        string normalized = Customer.Normalize(email);
        if (await db.Customers.AnyAsync(other => other.NormalizedEmail == normalized && other.EmailConfirmed && other.Id != customer.Id))
        {
            return audit.Note(Outcome.Refuse("link-wrong", "token"), customer.Id, "confirm-email");
        }

        await DropOthersAsync(normalized, customer.Id);
        if (code.Target is not null)
        {
            post.Email(customer, Letters.EmailChanged);
            (customer.Email, customer.NormalizedEmail) = (email, normalized);
            await sessions.EndAllAsync(customer.Id);
        }

        customer.EmailConfirmed = true;
        return audit.Note(Outcome.Done, customer.Id, "confirm-email");
    });

    // Whoever registers last with an address that nobody has confirmed gets the message; a link that lapsed is dropped on the way.
    private async Task DropUnconfirmedAsync(string normalizedEmail, DateTimeOffset now)
    {
        DateTimeOffset lapsed = now - CodeRules.LinkLifetime;
        db.Customers.RemoveRange(await db.Customers
            .Where(other => !other.EmailConfirmed && (other.NormalizedEmail == normalizedEmail || other.RegisteredAt < lapsed)).ToListAsync());
    }

    private async Task DropOthersAsync(string normalizedEmail, Guid customerId) => db.Customers.RemoveRange(await db.Customers
        .Where(other => !other.EmailConfirmed && other.NormalizedEmail == normalizedEmail && other.Id != customerId).ToListAsync());
}
