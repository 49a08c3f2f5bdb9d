using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Security;
using Microsoft.AspNetCore.Identity;

namespace IqosDevice.Portal.Accounts;

/// <summary>
/// The three ways to sign in: a code to a confirmed e-mail address, a code to a confirmed mobile number, or either of
/// them with the password. No answer tells whether there is such an account.
/// </summary>
public sealed class SignIn(
    PortalDb db, UserManager<Customer> manager, OneTimeCodes codes, Passwords passwords, Sessions sessions, Post post, Audit audit)
{
    private static readonly Problem Refused = new(string.Empty, "sign-in-failed");

    /// <summary>Sends a code where the address belongs to somebody; the number that comes back means nothing otherwise.</summary>
    public Task<Outcome<Guid>> SendCodeAsync(string? address) => SendCodeAsync(AccountName.Parse(address), CodePurpose.SignIn, "sign-in-code");

    /// <summary>Sends a code for a new password, to a confirmed mobile number.</summary>
    public Task<Outcome<Guid>> SendResetCodeAsync(string? mobile) => AccountName.Parse(mobile) is { Channel: Channel.Mobile, Value.Length: > 0 } name
        ? SendCodeAsync(name, CodePurpose.ResetPassword, "reset-code")
        : Task.FromResult(Outcome<Guid>.Refuse("not-a-mobile", "mobile"));

    /// <summary>Redeems a code that was sent to sign in.</summary>
    public Task<Outcome<Customer>> WithCodeAsync(Guid request, string? code) => RedeemAsync(request, code, CodePurpose.SignIn, "sign-in.code");

    public Task<Outcome<Customer>> WithPasswordAsync(string? name, string? password) => passwords.WithPasswordAsync<Customer>(
        AccountName.Parse(name).Whose, password, "sign-in.password", Refused, customer => Task.FromResult<Outcome<Customer>>(customer));

    /// <summary>Sets a new password by a code that was sent to the mobile; every session ends.</summary>
    public async Task<Outcome<Customer>> ResetPasswordAsync(Guid request, string? code, string? newPassword)
    {
        string[] problems = [.. PasswordRules.Check(newPassword, [])];
        return problems.Length > 0
            ? Outcome<Customer>.Refuse([.. problems.Select(problem => new Problem("newPassword", problem))])
            : await db.WriteAsync(async () =>
            {
                Outcome<Customer> redeemed = await RedeemAsync(request, code, CodePurpose.ResetPassword, "password.reset");
                if (redeemed.IsDone)
                {
                    Customer customer = redeemed.Value;
                    if (PasswordRules.Check(newPassword, customer.PersonalTexts).Any())
                    {
                        // Who has the code is the customer, and may be told; the code goes on to work.
                        await codes.ReopenAsync(request);
                        return Outcome<Customer>.Refuse("password-personal", "newPassword");
                    }

                    customer.PasswordHash = manager.PasswordHasher.HashPassword(customer, newPassword!);
                    await sessions.EndAllAsync(customer.Id);
                    post.Email(customer, Letters.PasswordChanged);
                }

                return redeemed;
            });
    }

    private Task<Outcome<Guid>> SendCodeAsync(AccountName name, CodePurpose purpose, string topic) => db.WriteAsync(async () =>
    {
        Customer? customer = await name.FindAsync(db.Customers);
        IssuedCode? issued = customer is null || await manager.IsLockedOutAsync(customer) ? null : await codes.IssueAsync(customer, purpose);
        if (issued is not null)
        {
            Letter letter = Letters.Code(topic, issued.Code);
            if (name.Channel == Channel.Email)
            {
                post.Email(customer!, letter);
            }
            else
            {
                post.Text(customer!, letter);
            }
        }

        // Written in every case, so that the answer takes as long.
        audit.Add(customer?.Id, topic, issued is null ? "not-sent" : "done");
        return (Outcome<Guid>)(issued?.Request ?? Guid.NewGuid());
    });

    private Task<Outcome<Customer>> RedeemAsync(Guid request, string? code, CodePurpose purpose, string action) => db.WriteAsync(async () =>
    {
        Customer? customer = await codes.FindCustomerAsync(request, purpose);
        if (customer is null || await manager.IsLockedOutAsync(customer))
        {
            return audit.Note(Outcome<Customer>.Refuse([Refused]), customer?.Id, action);
        }

        if (await codes.RedeemAsync(request, code ?? string.Empty, purpose) is null)
        {
            await manager.AccessFailedAsync(customer);
            return audit.Note(Outcome<Customer>.Refuse([Refused]), customer.Id, action);
        }

        await manager.ResetAccessFailedCountAsync(customer);
        return audit.Note((Outcome<Customer>)customer, customer.Id, action);
    });
}
