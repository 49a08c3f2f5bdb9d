using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Devices;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Security;
using IqosDevice.Portal.Support;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Diagnosis;

/// <summary>Replacing a faulty device at a shop: asked for by its owner, handed out by a clerk.</summary>
public sealed class Replacements(PortalDb db, PortalClock clock, Registry registry, SupportContent support, Post post, Audit audit)
{
    public Task<Outcome<Guid>> RequestAsync(Guid customerId, string code, string? shopId) => db.WriteAsync(async () =>
    {
        if (await registry.FindOwnAsync(customerId, code) is null)
        {
            return audit.Note(Outcome<Guid>.Refuse("not-your-device", "code"), customerId, "replacement.request");
        }

        DateTimeOffset now = clock.GetUtcNow();
        Device device = (await db.Devices.FindAsync(code))!;
        DiagnosisReport? latest = await db.DiagnosisReports.Where(report => report.DeviceCode == code && report.CustomerId == customerId)
            .OrderByDescending(report => report.At).FirstOrDefaultAsync();
        bool hasOpen = (await db.Replacements.Where(other => other.DeviceCode == code && other.State == ReplacementState.Open).ToListAsync())
            .Exists(other => ReplacementRules.IsOpen(other, now));
        Shop? shop = support.FindShop(shopId);
        if (ReplacementRules.RefuseRequest(
            device, latest is { Faulty: true } ? latest.At : null, hasOpen, shop, BudapestTime.DayOf(now), now) is { } refusal)
        {
            return audit.Note(Outcome<Guid>.Refuse(refusal.Code, refusal.Field), customerId, "replacement.request", code);
        }

        var replacement = new Replacement { Id = Guid.NewGuid(), DeviceCode = code, CustomerId = customerId, ShopId = shop!.Id, RequestedAt = now };
        db.Replacements.Add(replacement);
        post.Email(await db.Customers.SingleAsync(customer => customer.Id == customerId), Letters.ReplacementApproved(code, shop.Name));
        return audit.Note((Outcome<Guid>)replacement.Id, customerId, "replacement.request", code);
    });

    /// <summary>The clerk hands out a device: the registration moves to it, and the old one is blocked.</summary>
    public async Task<Outcome> CompleteAsync(Guid clerkId, Guid replacementId, string? newCodeText)
    {
        var checks = new FieldChecks();
        string newCode = DeviceRegistration.ReadCode(checks, newCodeText);
        return checks.Problems.Count > 0 ? Outcome.Refuse(checks.Problems) : await db.WriteAsync(async () =>
        {
            DateTimeOffset now = clock.GetUtcNow();
            Replacement? replacement = await db.Replacements.FindAsync(replacementId);
            if (replacement is null || !ReplacementRules.IsOpen(replacement, now)
                || await registry.FindOwnAsync(replacement.CustomerId, replacement.DeviceCode) is not { } current)
            {
                return audit.Note(Outcome.Refuse(replacement is null ? "not-found" : "replacement-closed"), clerkId, "replacement.complete");
            }

            Device old = (await db.Devices.FindAsync(replacement.DeviceCode))!;
            Device? fresh = await db.Devices.FindAsync(newCode);
            if (ReplacementRules.RefuseNewDevice(fresh, old.Model, await registry.FindCurrentAsync(newCode) is not null) is { } refusal)
            {
                return audit.Note(Outcome.Refuse(refusal, "code"), clerkId, "replacement.complete", old.Code);
            }

            (replacement.State, replacement.NewCode) = (ReplacementState.Done, newCode);
            await registry.EndAsync(current, OwnershipEnd.Replaced);
            registry.Begin(newCode, replacement.CustomerId, OwnershipBasis.Replacement);
            (old.Blocked, old.ReplacedBy) = (BlockReason.Replaced, newCode);

            // A replacement goes on with the warranty of the device that was sold.
            (fresh!.SoldOn, fresh.SoldIn, fresh.ShopId) = (old.SoldOn, old.SoldIn, replacement.ShopId);
            db.RetainedRecords.Add(RetainedRecord.Create("replacement", old.Code, now, replacement.ShopId));
            post.Email(await db.Customers.SingleAsync(customer => customer.Id == replacement.CustomerId), Letters.Replaced(old.Code, newCode));
            return audit.Note(Outcome.Done, clerkId, "replacement.complete", newCode);
        });
    }

    public async Task<IReadOnlyList<Replacement>> ListOpenAsync()
    {
        DateTimeOffset now = clock.GetUtcNow();
        List<Replacement> open = await db.Replacements.AsNoTracking().Where(replacement => replacement.State == ReplacementState.Open)
            .OrderBy(replacement => replacement.RequestedAt).Take(100).ToListAsync();
        return open.FindAll(replacement => ReplacementRules.IsOpen(replacement, now));
    }
}
