using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Accounts;

/// <summary>What a customer changes in the own profile.</summary>
public sealed class Profile(
    PortalDb db, UserManager<Customer> manager, OneTimeCodes codes, Passwords passwords, Sessions sessions, Post post, Audit audit)
{
    public Task<Customer> GetAsync(Guid customerId) => db.Customers.AsNoTracking().SingleAsync(customer => customer.Id == customerId);

    public Task<Outcome> ChangeAddressAsync(Guid customerId, AddressForm form) => ChangeAsync(customerId, "address.change",
        customer => Task.FromResult(Outcome.Refuse(RegistrationRules.ChangeAddress(customer, form))));

    /// <summary>Changes the language of pages and messages.</summary>
    public Task<Outcome> ChangeLanguageAsync(Guid customerId, Language language) => ChangeAsync(customerId, "language.change", customer =>
    {
        if (!Enum.IsDefined(language))
        {
            return Task.FromResult(Outcome.Refuse("not-a-choice", "language"));
        }

        customer.Language = language;
        return Task.FromResult(Outcome.Done);
    });

    /// <summary>Changes the password; the old one is asked, and every session ends.</summary>
    public async Task<Outcome> ChangePasswordAsync(Guid customerId, string? currentPassword, string? newPassword) =>
        await passwords.WithPasswordAsync(
            customers => customers.Where(customer => customer.Id == customerId),
            currentPassword,
            "password.change",
            new Problem("currentPassword", "password-wrong"),
            async customer =>
            {
                IdentityResult result = await new PolicyPasswordValidator().ValidateAsync(manager, customer, newPassword);
                if (!result.Succeeded)
                {
                    return Outcome<Customer>.Refuse([.. result.Errors.Select(error => new Problem("newPassword", error.Code))]);
                }

                customer.PasswordHash = manager.PasswordHasher.HashPassword(customer, newPassword!);
                await sessions.EndAllAsync(customerId);
                post.Email(customer, Letters.PasswordChanged);
                return customer;
            });

    /// <summary>Sends a code to the mobile number of the profile, to confirm it.</summary>
    public Task<Outcome<Guid>> SendMobileCodeAsync(Guid customerId) => SendAsync(
        customerId, CodePurpose.ConfirmMobile, Channel.Mobile, "confirm-mobile", target: null);

    public Task<Outcome> ConfirmMobileAsync(Guid customerId, Guid request, string? code) => ChangeAsync(customerId, "confirm-mobile", async customer =>
    {
        if (await RedeemAsync(customer, request, code, CodePurpose.ConfirmMobile) is null)
        {
            return Outcome.Refuse("code-wrong", "code");
        }

        if (await db.Customers.AnyAsync(other => other.Mobile == customer.Mobile && other.MobileConfirmed && other.Id != customerId))
        {
            return Outcome.Refuse("mobile-in-use", "mobile");
        }

        customer.MobileConfirmed = true;
        return Outcome.Done;
    });

    /// <summary>Begins a change of the e-mail address: a code goes to the mobile number or to the present address, as the customer chooses.</summary>
    public async Task<Outcome<Guid>> SendEmailChangeCodeAsync(Guid customerId, string? newEmail, Channel channel)
    {
        var checks = new FieldChecks();
        string email = checks.Email("newEmail", newEmail);
        checks.Require(Enum.IsDefined(channel), "channel", "not-a-choice");
        return checks.Problems.Count > 0
            ? Outcome<Guid>.Refuse(checks.Problems)
            : await SendAsync(customerId, CodePurpose.ChangeEmail, channel, "change-email-code", email);
    }

    /// <summary>The right code sends a confirmation to the new address; it takes the old one's place when that is answered.</summary>
    public Task<Outcome> ChangeEmailAsync(Guid customerId, Guid request, string? code) => ChangeAsync(customerId, "email.change", async customer =>
    {
        OneTimeCode? redeemed = await RedeemAsync(customer, request, code, CodePurpose.ChangeEmail);
        if (redeemed is null)
        {
            return Outcome.Refuse("code-wrong", "code");
        }

        if (await codes.IssueLinkTokenAsync(customer, CodePurpose.ConfirmEmail, redeemed.Target) is not { } token)
        {
            return Outcome.Refuse("code-too-soon");
        }

        post.Email(customer, redeemed.Target!, Letters.Confirm("/confirm?token=" + token));
        return Outcome.Done;
    });

    private Task<Outcome<Guid>> SendAsync(Guid customerId, CodePurpose purpose, Channel channel, string topic, string? target) => db.WriteAsync(async () =>
    {
        Customer customer = await db.Customers.SingleAsync(found => found.Id == customerId);
        if (purpose == CodePurpose.ConfirmMobile && customer.MobileConfirmed)
        {
            return Outcome<Guid>.Refuse("same-as-before", "mobile");
        }

        if (purpose == CodePurpose.ChangeEmail && Customer.Normalize(target!) == customer.NormalizedEmail)
        {
            return Outcome<Guid>.Refuse("same-as-before", "newEmail");
        }

        if (purpose == CodePurpose.ChangeEmail && channel == Channel.Mobile && !customer.MobileConfirmed)
        {
            return Outcome<Guid>.Refuse("mobile-not-confirmed", "channel");
        }

        if (await codes.IssueAsync(customer, purpose, target) is not { } issued)
        {
            return audit.Note(Outcome<Guid>.Refuse("code-too-soon"), customerId, topic);
        }

        Letter letter = Letters.Code(topic, issued.Code);
        if (channel == Channel.Email)
        {
            post.Email(customer, letter);
        }
        else
        {
            post.Text(customer, letter);
        }

        return audit.Note((Outcome<Guid>)issued.Request, customerId, topic);
    });

    private async Task<OneTimeCode?> RedeemAsync(Customer customer, Guid request, string? code, CodePurpose purpose) =>
        await codes.FindCustomerAsync(request, purpose) == customer ? await codes.RedeemAsync(request, code ?? string.Empty, purpose) : null;

    private Task<Outcome> ChangeAsync(Guid customerId, string action, Func<Customer, Task<Outcome>> change) => db.WriteAsync(async () =>
    {
        Customer customer = await db.Customers.SingleAsync(found => found.Id == customerId);
        return audit.Note(await change(customer), customerId, action);
    });
}
