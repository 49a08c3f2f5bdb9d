using System.Security.Claims;
using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Security;

/// <summary>Begins, finds, lists and ends sessions. What a ticket says counts only while its session is in the database.</summary>
public sealed class Sessions(PortalDb db, PortalClock clock, Audit audit)
{
    /// <summary>A browser's session ends without a request for this long (ASVS 3.3.2).</summary>
    public static readonly TimeSpan WebIdle = TimeSpan.FromMinutes(30);

    /// <summary>A browser's session ends after this whatever happens.</summary>
    public static readonly TimeSpan WebLongest = TimeSpan.FromHours(12);

    public static readonly TimeSpan AppToken = TimeSpan.FromHours(1);

    /// <summary>An app that was not used for so long signs in again.</summary>
    public static readonly TimeSpan AppRefresh = TimeSpan.FromDays(14);

    /// <summary>How exactly it is kept when a session was used last; a write each request would be too many.</summary>
    public static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);

    /// <summary>Sessions of one account; a new one ends the one that was silent for longest.</summary>
    public const int MostOpen = 20;

    /// <summary>Begins a session for somebody who has just proved to be the customer.</summary>
    /// <param name="customer">Who.</param>
    /// <param name="client">Browser or app.</param>
    /// <param name="userAgent">What it calls itself.</param>
    /// <returns>What its ticket says.</returns>
    public Task<ClaimsPrincipal> BeginAsync(Customer customer, ClientKind client, string? userAgent) => db.WriteAsync(async () =>
    {
        DateTimeOffset now = clock.GetUtcNow();
        List<Session> earlier = await db.Sessions.Where(other => other.CustomerId == customer.Id).OrderByDescending(other => other.LastSeenAt).ToListAsync();
        db.Sessions.RemoveRange(earlier.Where((other, index) => !other.IsOpen(now) || index >= MostOpen - 1));
        var session = new Session
        {
            Id = Guid.NewGuid(),
            CustomerId = customer.Id,
            Client = client,
            Device = DeviceNames.Of(userAgent),
            SignedInAt = now,
            LastSeenAt = now,
        };
        db.Sessions.Add(session);
        return CreatePrincipal(customer, session);
    });

    /// <summary>The account of a session that still holds; null otherwise.</summary>
    public async Task<Customer?> FindAsync(ClaimsPrincipal principal)
    {
        if (SessionOf(principal) is not { } id)
        {
            return null;
        }

        DateTimeOffset now = clock.GetUtcNow();
        var found = await db.Sessions.AsNoTracking().Where(session => session.Id == id)
            .Join(db.Customers, session => session.CustomerId, customer => customer.Id, (session, customer) => new { session, customer })
            .SingleOrDefaultAsync();
        if (found is null || !found.session.IsOpen(now))
        {
            return null;
        }

        if (now - found.session.LastSeenAt >= SeenStep)
        {
            await db.WriteAsync(() => db.Sessions.Where(session => session.Id == id)
                .ExecuteUpdateAsync(change => change.SetProperty(session => session.LastSeenAt, now)));
        }

        return found.customer;
    }

    /// <summary>The sessions that are open, the one used last first.</summary>
    public async Task<IReadOnlyList<SessionView>> ListAsync(ClaimsPrincipal principal)
    {
        DateTimeOffset now = clock.GetUtcNow();
        Guid customerId = IdOf(principal);
        Guid? current = SessionOf(principal);
        List<Session> sessions = await db.Sessions.AsNoTracking().Where(session => session.CustomerId == customerId)
            .OrderByDescending(session => session.LastSeenAt).ThenByDescending(session => session.SignedInAt).ToListAsync();
        return [.. sessions.Where(session => session.IsOpen(now)).Select(session => new SessionView(
            session.Id, session.Client, session.Device, session.SignedInAt, session.LastSeenAt, session.Id == current))];
    }

    /// <summary>Ends one session of a customer.</summary>
    public Task<Outcome> EndAsync(Guid customerId, Guid sessionId) => db.WriteAsync(async () =>
    {
        int ended = await db.Sessions.Where(session => session.Id == sessionId && session.CustomerId == customerId).ExecuteDeleteAsync();
        return audit.Note(ended == 0 ? Outcome.Refuse("not-found", "session") : Outcome.Done, customerId, "session.end");
    });

    /// <summary>Ends the session that a request came in; nothing where there is none.</summary>
    public Task EndCurrentAsync(ClaimsPrincipal principal) =>
        SessionOf(principal) is { } id ? EndAsync(IdOf(principal), id) : Task.CompletedTask;

    /// <summary>Ends every session of a customer.</summary>
    public Task<Outcome> EndAllAsync(Guid customerId) => db.WriteAsync(async () =>
    {
        await db.Sessions.Where(session => session.CustomerId == customerId).ExecuteDeleteAsync();
        return audit.Note(Outcome.Done, customerId, "session.end-all");
    });

    /// <summary>Number of the account of a request that was let in.</summary>
    public static Guid IdOf(ClaimsPrincipal principal) => Guid.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier)!);

    public static bool IsApp(ClaimsPrincipal principal) => principal.Identity is { IsAuthenticated: true, AuthenticationType: not Schemes.Web };

    private static Guid? SessionOf(ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(Schemes.SessionClaim), out Guid id) ? id : null;

    private static ClaimsPrincipal CreatePrincipal(Customer customer, Session session) => new(new ClaimsIdentity(
    [
        new Claim(ClaimTypes.NameIdentifier, customer.Id.ToString()),
        new Claim(ClaimTypes.Role, customer.Role.ToString()),
        new Claim(Schemes.SessionClaim, session.Id.ToString()),
    ], Schemes.Of(session.Client)));
}
