using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Diagnosis;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Devices;

/// <summary>Which device is whose: the one place that begins and ends registrations. Called within a change.</summary>
public sealed class Registry(PortalDb db, PortalClock clock)
{
    public Task<Ownership?> FindCurrentAsync(string code) =>
        db.Ownerships.SingleOrDefaultAsync(period => period.DeviceCode == code && period.Until == null);

    public Task<int> CountAsync(Guid customerId) =>
        db.Ownerships.CountAsync(period => period.CustomerId == customerId && period.Until == null);

    /// <summary>The customer's present registration of a device; null where it is somebody else's or nobody's.</summary>
    public async Task<Ownership?> FindOwnAsync(Guid customerId, string code) =>
        await FindCurrentAsync(code) is { } current && current.CustomerId == customerId ? current : null;

    public void Begin(string code, Guid customerId, OwnershipBasis basis) => db.Ownerships.Add(new Ownership
    {
        DeviceCode = code,
        CustomerId = customerId,
        Since = clock.GetUtcNow(),
        Basis = basis,
    });

    /// <summary>Ends a registration, and with it what only an owner can have under way.</summary>
    public async Task EndAsync(Ownership current, OwnershipEnd reason)
    {
        current.Until = clock.GetUtcNow();
        current.EndedBy = reason;
        db.TransferOffers.RemoveRange(await db.TransferOffers.Where(offer => offer.DeviceCode == current.DeviceCode).ToListAsync());
        List<Replacement> open = await db.Replacements
            .Where(replacement => replacement.DeviceCode == current.DeviceCode && replacement.State == ReplacementState.Open).ToListAsync();
        open.ForEach(replacement => replacement.State = ReplacementState.Withdrawn);

        // The index allows one open period a device, so this one has to be closed before the next begins.
        await db.SaveChangesAsync();
    }
}
