using System.Globalization;
using System.Security.Claims;
using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Security;

/// <summary>What a session is, and whether one still holds: the account is there, and nothing happened that ends its sessions.</summary>
public sealed class Sessions(PortalDb db, PortalClock clock)
{
    /// <summary>A browser's session ends without a request for this long (ASVS 3.3.2).</summary>
    public static readonly TimeSpan WebIdle = TimeSpan.FromMinutes(30);

    /// <summary>A browser's session ends after this whatever happens.</summary>
    public static readonly TimeSpan WebLongest = TimeSpan.FromHours(12);

    public static readonly TimeSpan AppToken = TimeSpan.FromHours(1);

    /// <summary>An app that was not used for so long signs in again.</summary>
    public static readonly TimeSpan AppRefresh = TimeSpan.FromDays(14);

    public ClaimsPrincipal Create(Customer customer, string scheme) => new(new ClaimsIdentity(
    [
        new Claim(ClaimTypes.NameIdentifier, customer.Id.ToString()),
        new Claim(ClaimTypes.Role, customer.Role.ToString()),
        new Claim(Schemes.StampClaim, customer.SecurityStamp),
        new Claim(Schemes.SinceClaim, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
    ], scheme));

    /// <summary>The account of a session that still holds; null otherwise.</summary>
    public async Task<Customer?> FindAsync(ClaimsPrincipal principal)
    {
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out Guid id) || IsTooOld(principal))
        {
            return null;
        }

        Customer? customer = await db.Customers.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id);
        return customer is not null && customer.SecurityStamp == principal.FindFirstValue(Schemes.StampClaim) ? customer : null;
    }

    /// <summary>Number of the account of a request that was let in.</summary>
    public static Guid IdOf(ClaimsPrincipal principal) => Guid.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier)!);

    public static bool IsApp(ClaimsPrincipal principal) => principal.Identity is { IsAuthenticated: true, AuthenticationType: not Schemes.Web };

    private bool IsTooOld(ClaimsPrincipal principal) => !IsApp(principal)
        && (!long.TryParse(principal.FindFirstValue(Schemes.SinceClaim), NumberStyles.None, CultureInfo.InvariantCulture, out long since)
            || clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(since) > WebLongest);
}
