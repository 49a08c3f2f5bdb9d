using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Diagnosis;
using IqosDevice.Portal.Support;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Devices;

/// <summary>What a customer sees of the own devices: My devices.</summary>
public sealed class DeviceShelf(PortalDb db, PortalClock clock, GiveBack giveBack, SupportContent support)
{
    public async Task<IReadOnlyList<OwnDevice>> ListAsync(Guid customerId)
    {
        List<string> codes = await db.Ownerships.Where(period => period.CustomerId == customerId && period.Until == null)
            .OrderBy(period => period.Id).Select(period => period.DeviceCode).ToListAsync();
        List<OwnDevice> devices = [];
        foreach (string code in codes)
        {
            devices.Add((await FindAsync(customerId, code))!);
        }

        return devices;
    }

    /// <summary>One own device; null where it is not the customer's.</summary>
    public async Task<OwnDevice?> FindAsync(Guid customerId, string code)
    {
        Ownership? own = await db.Ownerships.AsNoTracking()
            .SingleOrDefaultAsync(period => period.DeviceCode == code && period.Until == null && period.CustomerId == customerId);
        if (own is null)
        {
            return null;
        }

        Device device = await db.Devices.AsNoTracking().SingleAsync(found => found.Code == code);
        DateTimeOffset now = clock.GetUtcNow();
        TransferOffer? offer = await db.TransferOffers.AsNoTracking().SingleOrDefaultAsync(open => open.DeviceCode == code);
        DateTimeOffset? watchedAt = GiveBackRules.WatchedAt(
            [.. support.VideosFor(device.Model).Select(video => video.Id)], await giveBack.WatchedAsync(customerId, code));
        return new OwnDevice
        {
            Code = code,
            Model = device.Model,
            SoldOn = device.SoldOn,
            SoldIn = device.SoldIn,
            RegisteredAt = own.Since,
            Basis = own.Basis,
            StatutoryWarrantyUntil = WarrantyRules.Until(device, registered: false),
            ExtendedWarrantyUntil = WarrantyRules.Until(device, registered: true),
            OfferedUntil = offer?.IsOpen(now) == true ? offer.OfferedAt + TransferOffer.Lifetime : null,
            GiveBackUntil = watchedAt + GiveBackRules.Period > now ? watchedAt + GiveBackRules.Period : null,
            ReplacementShopId = await db.Replacements.Where(open => open.DeviceCode == code && open.State == ReplacementState.Open
                && open.RequestedAt > now - ReplacementRules.Validity).Select(open => open.ShopId).FirstOrDefaultAsync(),
        };
    }

    /// <summary>Devices that others release to this customer.</summary>
    public async Task<IReadOnlyList<string>> ListOfferedAsync(string normalizedEmail)
    {
        DateTimeOffset since = clock.GetUtcNow() - TransferOffer.Lifetime;
        return await db.TransferOffers.Where(offer => offer.ToNormalizedEmail == normalizedEmail && offer.OfferedAt > since)
            .OrderBy(offer => offer.DeviceCode).Select(offer => offer.DeviceCode).ToListAsync();
    }

    /// <summary>Every period in which an own device was registered, without whom it was registered to.</summary>
    public async Task<IReadOnlyList<OwnershipPeriod>> HistoryAsync(Guid customerId, string code) =>
        await FindAsync(customerId, code) is null ? [] : await db.Ownerships.Where(period => period.DeviceCode == code).OrderBy(period => period.Id)
            .Select(period => new OwnershipPeriod(period.Since, period.Basis, period.Until, period.EndedBy, period.CustomerId == customerId))
            .ToListAsync();
}
