using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Security;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Devices;

/// <summary>Registering a device by its code, and handing it on to a new owner.</summary>
public sealed class DeviceRegistration(PortalDb db, PortalClock clock, Registry registry, Post post, Audit audit)
{
    private const string RegisterAction = "device.register";

    /// <summary>Registers a device by the code on its box. Domestic purchases are registered at once.</summary>
    public async Task<Outcome<string>> RegisterAsync(Guid customerId, string? codeText, bool ownUse)
    {
        var checks = new FieldChecks();
        string code = ReadCode(checks, codeText);
        checks.Require(ownUse, "ownUse", "own-use");
        if (checks.Problems.Count > 0)
        {
            return Outcome<string>.Refuse(checks.Problems);
        }

        return await db.WriteAsync(async () =>
        {
            DateTimeOffset now = clock.GetUtcNow();
            string? refusal = await HasGuessedTooOftenAsync(customerId, now)
                ? "too-many-wrong-codes"
                : DeviceRules.RefuseByCode(
                    await db.Devices.FindAsync(code), await registry.FindCurrentAsync(code), customerId, await registry.CountAsync(customerId),
                    BudapestTime.DayOf(now));
            if (refusal is not null)
            {
                // A code that nobody has is no device to be named in the log.
                return audit.Note(Outcome<string>.Refuse(refusal, "code"), customerId, RegisterAction);
            }

            registry.Begin(code, customerId, OwnershipBasis.Code);
            post.Email(await GetCustomerAsync(customerId), Letters.Registered(code));
            return audit.Note((Outcome<string>)code, customerId, RegisterAction, code);
        });
    }

    /// <summary>Releases an own device to somebody; it stays where it is until they accept.</summary>
    public async Task<Outcome> OfferAsync(Guid customerId, string code, string? newOwnerEmail)
    {
        var checks = new FieldChecks();
        string email = Customer.Normalize(checks.Email("newOwnerEmail", newOwnerEmail));
        return checks.Problems.Count > 0 ? Outcome.Refuse(checks.Problems) : await db.WriteAsync(async () =>
        {
            if (await registry.FindOwnAsync(customerId, code) is null)
            {
                return audit.Note(Outcome.Refuse("not-your-device", "code"), customerId, "device.offer");
            }

            Customer owner = await GetCustomerAsync(customerId);
            if (owner.NormalizedEmail == email)
            {
                return audit.Note(Outcome.Refuse("offer-to-self", "newOwnerEmail"), customerId, "device.offer", code);
            }

            await DropOfferAsync(code);
            db.TransferOffers.Add(new TransferOffer
            {
                DeviceCode = code,
                FromCustomerId = customerId,
                ToNormalizedEmail = email,
                OfferedAt = clock.GetUtcNow(),
            });
            if (await db.Customers.SingleOrDefaultAsync(other => other.NormalizedEmail == email && other.EmailConfirmed) is { } receiver)
            {
                post.Email(receiver, Letters.Offered(code));
            }

            return audit.Note(Outcome.Done, customerId, "device.offer", code);
        });
    }

    /// <summary>Withdraws an offer.</summary>
    public Task<Outcome> TakeBackAsync(Guid customerId, string code) => db.WriteAsync(async () =>
    {
        TransferOffer? offer = await db.TransferOffers.FindAsync(code);
        if (offer?.FromCustomerId != customerId)
        {
            return audit.Note(Outcome.Refuse("no-offer", "code"), customerId, "device.take-back");
        }

        db.TransferOffers.Remove(offer);
        return audit.Note(Outcome.Done, customerId, "device.take-back", code);
    });

    /// <summary>Takes over a device that was released; both sides are told.</summary>
    public async Task<Outcome> AcceptAsync(Guid customerId, string code, bool ownUse)
    {
        if (!ownUse)
        {
            return Outcome.Refuse("own-use", "ownUse");
        }

        return await db.WriteAsync(async () =>
        {
            Customer receiver = await GetCustomerAsync(customerId);
            Ownership? current = await registry.FindCurrentAsync(code);
            if (DeviceRules.RefuseOffer(
                await db.Devices.FindAsync(code), current, await db.TransferOffers.FindAsync(code), customerId, receiver.NormalizedEmail,
                await registry.CountAsync(customerId), clock.GetUtcNow()) is { } refusal)
            {
                return audit.Note(Outcome.Refuse(refusal, "code"), customerId, "device.accept");
            }

            await HandOverAsync(code, current!, receiver, OwnershipBasis.Offer);
            return audit.Note(Outcome.Done, customerId, "device.accept", code);
        });
    }

    /// <summary>Moves a device from one profile to another and tells both. Called within a change.</summary>
    public async Task HandOverAsync(string code, Ownership current, Customer receiver, OwnershipBasis basis)
    {
        Customer formerOwner = await GetCustomerAsync(current.CustomerId!.Value);
        await registry.EndAsync(current, OwnershipEnd.HandedOver);
        registry.Begin(code, receiver.Id, basis);
        post.Email(formerOwner, Letters.HandedOver(code));
        post.Email(receiver, Letters.Registered(code));
    }

    /// <summary>Reads a device code that was typed; "" and a problem where it is none.</summary>
    public static string ReadCode(FieldChecks checks, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            checks.Add("code", "required");
            return string.Empty;
        }

        checks.Require(DeviceCodes.TryParse(text, out string? code), "code", "not-a-code");
        return code ?? string.Empty;
    }

    private Task<Customer> GetCustomerAsync(Guid id) => db.Customers.SingleAsync(customer => customer.Id == id);

    private async Task DropOfferAsync(string code)
    {
        if (await db.TransferOffers.FindAsync(code) is { } earlier)
        {
            db.TransferOffers.Remove(earlier);
            await db.SaveChangesAsync();
        }
    }

    private async Task<bool> HasGuessedTooOftenAsync(Guid customerId, DateTimeOffset now)
    {
        DateTimeOffset hourAgo = now - TimeSpan.FromHours(1);
        return await db.AuditEntries.CountAsync(entry => entry.Actor == customerId && entry.At > hourAgo
            && entry.Action == RegisterAction && entry.Result == "code-unknown") >= DeviceRules.WrongCodesPerHour;
    }
}
