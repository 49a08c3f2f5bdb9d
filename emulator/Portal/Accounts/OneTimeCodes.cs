using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Accounts;

/// <summary>Issues and redeems one-time codes: single-use, short-lived, few guesses, few at a time. Called within a change.</summary>
public sealed class OneTimeCodes(PortalDb db, PortalClock clock, IDataProtectionProvider protection)
{
    private const int LinkSecretBytes = 16;

    private readonly IDataProtector protector = protection.CreateProtector("one-time codes");

    /// <summary>A code of six digits; null where the account has had enough of them for now. Older ones of the purpose are void.</summary>
    public Task<IssuedCode?> IssueAsync(Customer customer, CodePurpose purpose, string? target = null) => IssueAsync(
        customer,
        purpose,
        RandomNumberGenerator.GetInt32(1_000_000).ToString("D" + CodeRules.Digits, CultureInfo.InvariantCulture),
        CodeRules.CodeLifetime,
        target);

    /// <summary>A token for a link: number and secret in one.</summary>
    public async Task<string?> IssueLinkTokenAsync(Customer customer, CodePurpose purpose, string? target = null)
    {
        string secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(LinkSecretBytes));
        IssuedCode? issued = await IssueAsync(customer, purpose, secret, CodeRules.LinkLifetime, target);
        return issued is null ? null : $"{issued.Request:N}.{secret}";
    }

    /// <summary>Uses a code up; null where it is wrong, used, expired, of another purpose, or was never issued.</summary>
    public async Task<OneTimeCode?> RedeemAsync(Guid request, string code, CodePurpose purpose)
    {
        OneTimeCode? issued = await FindAsync(request, purpose);
        if (issued is null || !issued.IsOpen(clock.GetUtcNow()))
        {
            return null;
        }

        issued.Attempts++;
        if (!CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(protector.Unprotect(issued.ProtectedCode)), Encoding.UTF8.GetBytes(code)))
        {
            return null;
        }

        issued.UsedAt = clock.GetUtcNow();
        return issued;
    }

    /// <summary>Lets a code that was just redeemed work once more: what it was for did not come about. The guess stays counted.</summary>
    public async Task ReopenAsync(Guid request) => (await db.OneTimeCodes.SingleAsync(code => code.Id == request)).UsedAt = null;

    /// <summary>Uses the token of a link up.</summary>
    public async Task<OneTimeCode?> RedeemLinkTokenAsync(string token, CodePurpose purpose) =>
        token.Split('.') is [var number, var secret] && Guid.TryParseExact(number, "N", out Guid request)
            ? await RedeemAsync(request, secret, purpose)
            : null;

    /// <summary>Whose code it is, tried or not; null for a number that was never given out.</summary>
    public async Task<Customer?> FindCustomerAsync(Guid request, CodePurpose purpose) =>
        await FindAsync(request, purpose) is { } issued ? await db.Customers.FindAsync(issued.CustomerId) : null;

    private Task<OneTimeCode?> FindAsync(Guid request, CodePurpose purpose) =>
        db.OneTimeCodes.SingleOrDefaultAsync(code => code.Id == request && code.Purpose == purpose);

    private async Task<IssuedCode?> IssueAsync(Customer customer, CodePurpose purpose, string code, TimeSpan lifetime, string? target)
    {
        DateTimeOffset now = clock.GetUtcNow();
        List<OneTimeCode> earlier = await db.OneTimeCodes
            .Where(earlier => earlier.CustomerId == customer.Id && earlier.Purpose == purpose).ToListAsync();
        if (!CodeRules.MayIssue(earlier.Select(one => one.IssuedAt), now))
        {
            return null;
        }

        // What is out of the window counts for nothing any more; what is in it does, but opens nothing.
        foreach (OneTimeCode one in earlier)
        {
            one.UsedAt ??= now;
        }

        db.OneTimeCodes.RemoveRange(earlier.Where(one => one.IssuedAt <= now - CodeRules.IssueWindow));
        var issued = new OneTimeCode
        {
            Id = Guid.NewGuid(),
            CustomerId = customer.Id,
            Purpose = purpose,
            ProtectedCode = protector.Protect(code),
            Target = target,
            IssuedAt = now,
            ExpiresAt = now + lifetime,
        };
        db.OneTimeCodes.Add(issued);
        return new IssuedCode(issued.Id, code);
    }
}
