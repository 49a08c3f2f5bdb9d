using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Devices;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Security;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Diagnosis;

/// <summary>Claims under warranty: by law from anybody with a receipt, longer from the owner of a registered device.</summary>
public sealed class Warranty(PortalDb db, PortalClock clock, Registry registry, Post post, Audit audit)
{
    private const int LongestDescription = 1000;

    /// <summary>Files a claim.</summary>
    /// <param name="customerId">Who is signed in; null for nobody.</param>
    /// <param name="form">The claim.</param>
    public async Task<Outcome<Guid>> ClaimAsync(Guid? customerId, WarrantyForm form)
    {
        var checks = new FieldChecks();
        string code = DeviceRegistration.ReadCode(checks, form.Code);
        string description = checks.Line("description", form.Description, LongestDescription);
        return checks.Problems.Count > 0 ? Outcome<Guid>.Refuse(checks.Problems) : await db.WriteAsync(async () =>
        {
            Ownership? own = customerId is { } id ? await registry.FindOwnAsync(id, code) : null;
            Outcome<Guid> outcome = own is null
                ? await ClaimByReceiptAsync(code, form.BoughtOn, description)
                : await ClaimAsOwnerAsync((await db.Devices.FindAsync(code))!, customerId!.Value, description);
            return audit.Note(outcome, customerId, "warranty.claim", outcome.IsDone ? code : null);
        });
    }

    private async Task<Outcome<Guid>> ClaimByReceiptAsync(string code, string? boughtOn, string description)
    {
        var checks = new FieldChecks();
        DateOnly day = checks.Date("boughtOn", boughtOn);
        if (checks.Problems.Count > 0)
        {
            return Outcome<Guid>.Refuse(checks.Problems);
        }

        // Code and day of sale stand on the receipt; who gets one of them wrong does not hear which.
        Device? device = await db.Devices.FindAsync(code);
        return device is null || device.SoldOn != day
            ? Outcome<Guid>.Refuse("code-unknown", "code")
            : await FileAsync(device, customerId: null, WarrantyKind.Statutory, description);
    }

    private async Task<Outcome<Guid>> ClaimAsOwnerAsync(Device device, Guid customerId, string description)
    {
        bool byLaw = WarrantyRules.Covers(device, registered: false, BudapestTime.DayOf(clock.GetUtcNow()));
        Outcome<Guid> filed = await FileAsync(device, customerId, byLaw ? WarrantyKind.Statutory : WarrantyKind.Extended, description);
        if (filed.IsDone)
        {
            Customer owner = await db.Customers.SingleAsync(customer => customer.Id == customerId);
            post.Email(owner, Letters.ClaimReceived(device.Code));
        }

        return filed;
    }

    private async Task<Outcome<Guid>> FileAsync(Device device, Guid? customerId, WarrantyKind kind, string description)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (!WarrantyRules.Covers(device, registered: kind == WarrantyKind.Extended, BudapestTime.DayOf(now)))
        {
            return Outcome<Guid>.Refuse("out-of-warranty", "code");
        }

        DateTimeOffset open = now - WarrantyClaim.OpenFor;
        if (await db.WarrantyClaims.AnyAsync(other => other.DeviceCode == device.Code && other.FiledAt > open))
        {
            return Outcome<Guid>.Refuse("claim-open", "code");
        }

        var claim = new WarrantyClaim
        {
            Id = Guid.NewGuid(),
            DeviceCode = device.Code,
            CustomerId = customerId,
            Kind = kind,
            Description = description,
            FiledAt = now,
        };
        db.WarrantyClaims.Add(claim);
        db.RetainedRecords.Add(RetainedRecord.Create("warranty-claim", device.Code, now));
        return claim.Id;
    }
}
