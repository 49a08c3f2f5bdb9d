using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Security;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Data;

/// <summary>Deletes what has been kept for as long as it may be: at the start, every hour, and when the clock jumps.</summary>
public sealed class Retention(PortalDb db, PortalClock clock, Post post)
{
    public async Task SweepAsync()
    {
        DateTimeOffset now = clock.GetUtcNow();
        int deleted = await db.WriteAsync(async () => await SweepUnconfirmedAsync(now) + await post.SweepAsync() + await SweepLapsedAsync(now)
            + await db.RetainedRecords.Where(record => record.KeepUntil <= now).ExecuteDeleteAsync());
        if (deleted > 0)
        {
            await db.EmptyLogAsync();
        }
    }

    /// <summary>Registrations that nobody confirmed in time, with what was sent for them: there is no customer to ask for their deletion.</summary>
    private async Task<int> SweepUnconfirmedAsync(DateTimeOffset now)
    {
        DateTimeOffset lapsed = now - CodeRules.LinkLifetime;
        int customers = await db.Customers.Where(customer => !customer.EmailConfirmed && customer.RegisteredAt <= lapsed).ExecuteDeleteAsync();
        return customers + await db.OutboxMessages
            .Where(message => message.CustomerId != null && !db.Customers.Any(customer => customer.Id == message.CustomerId)).ExecuteDeleteAsync();
    }

    /// <summary>Codes that open nothing and count for nothing any more, and sessions that are over for browsers and apps alike.</summary>
    private async Task<int> SweepLapsedAsync(DateTimeOffset now)
    {
        DateTimeOffset counted = now - CodeRules.IssueWindow;
        DateTimeOffset silent = now - Sessions.AppRefresh - Sessions.SeenStep;
        return await db.OneTimeCodes.Where(code => code.ExpiresAt <= now && code.IssuedAt <= counted).ExecuteDeleteAsync()
            + await db.Sessions.Where(session => session.LastSeenAt <= silent).ExecuteDeleteAsync();
    }
}
