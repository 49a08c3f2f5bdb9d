using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Data;
using IqosDevice.Portal.Outbox;
using IqosDevice.Portal.Security;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Devices;

/// <summary>Registering by proof of purchase: a customer uploads it, a clerk accepts or refuses.</summary>
public sealed class Proofs(PortalDb db, PortalClock clock, Registry registry, DeviceRegistration registration, Post post, Audit audit)
{
    private const int MostWaiting = 5;
    private const int LongestReason = 200;

    public async Task<Outcome<Guid>> UploadAsync(Guid customerId, ProofForm form, byte[] content)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var checks = new FieldChecks();
        string? code = string.IsNullOrWhiteSpace(form.Code) ? null : DeviceRegistration.ReadCode(checks, form.Code);
        DateOnly boughtOn = checks.Date("boughtOn", form.BoughtOn);
        checks.Require(boughtOn == default || boughtOn <= BudapestTime.DayOf(now), "boughtOn", "not-a-date");
        string boughtIn = checks.Line("boughtIn", form.BoughtIn, 40).ToUpperInvariant();
        checks.Require(boughtIn.Length is 0 or 2, "boughtIn", "not-a-choice");
        checks.Require(form.OwnUse, "ownUse", "own-use");
        if (UploadRules.Refuse(content) is { } refusal)
        {
            checks.Add("file", refusal);
        }

        return checks.Problems.Count > 0 ? Outcome<Guid>.Refuse(checks.Problems) : await db.WriteAsync(async () =>
        {
            if (await db.ProofsOfPurchase.CountAsync(other => other.CustomerId == customerId && other.State == ProofState.Waiting) >= MostWaiting)
            {
                return audit.Note(Outcome<Guid>.Refuse("too-many-proofs"), customerId, "proof.upload");
            }

            var proof = new ProofOfPurchase
            {
                Id = Guid.NewGuid(),
                CustomerId = customerId,
                DeviceCode = code,
                BoughtOn = boughtOn,
                BoughtIn = boughtIn,
                ContentType = UploadRules.TypeOf(content)!,
                Content = content,
                UploadedAt = now,
            };
            db.ProofsOfPurchase.Add(proof);
            return audit.Note((Outcome<Guid>)proof.Id, customerId, "proof.upload");
        });
    }

    /// <summary>A clerk believes a proof: the device is registered, also where it was somebody else's before.</summary>
    public async Task<Outcome> AcceptAsync(Guid clerkId, Guid proofId, string? codeText)
    {
        var checks = new FieldChecks();
        string code = DeviceRegistration.ReadCode(checks, codeText);
        return checks.Problems.Count > 0 ? Outcome.Refuse(checks.Problems) : await DecideAsync(clerkId, proofId, "proof.accept", async (proof, customer) =>
        {
            Device? device = await db.Devices.FindAsync(code);
            Ownership? current = await registry.FindCurrentAsync(code);
            if (DeviceRules.RefuseByProof(device, current, customer.Id, await registry.CountAsync(customer.Id), proof.BoughtIn) is { } refusal)
            {
                return Outcome.Refuse(refusal, "code");
            }

            // A sale that the factory did not hear of: abroad, usually.
            device!.SoldOn ??= proof.BoughtOn;
            device.SoldIn ??= proof.BoughtIn;
            if (current is null)
            {
                registry.Begin(code, customer.Id, OwnershipBasis.Proof);
                post.Email(customer, Letters.Registered(code));
            }
            else
            {
                await registration.HandOverAsync(code, current, customer, OwnershipBasis.Proof);
            }

            proof.State = ProofState.Accepted;
            return Outcome.Done;
        });
    }

    public async Task<Outcome> RefuseAsync(Guid clerkId, Guid proofId, string? reason)
    {
        var checks = new FieldChecks();
        string line = checks.Line("reason", reason, LongestReason);
        return checks.Problems.Count > 0 ? Outcome.Refuse(checks.Problems) : await DecideAsync(clerkId, proofId, "proof.refuse", (proof, customer) =>
        {
            proof.State = ProofState.Refused;
            post.Email(customer, Letters.ProofRefused(line));
            return Task.FromResult(Outcome.Done);
        });
    }

    public Task<List<ProofOfPurchase>> ListWaitingAsync() => db.ProofsOfPurchase.AsNoTracking()
        .Where(proof => proof.State == ProofState.Waiting).OrderBy(proof => proof.UploadedAt).Take(100).ToListAsync();

    public Task<List<ProofOfPurchase>> ListOwnAsync(Guid customerId) => db.ProofsOfPurchase.AsNoTracking()
        .Where(proof => proof.CustomerId == customerId).OrderByDescending(proof => proof.UploadedAt).Take(100).ToListAsync();

    public Task<ProofOfPurchase?> FindAsync(Guid proofId) =>
        db.ProofsOfPurchase.AsNoTracking().SingleOrDefaultAsync(proof => proof.Id == proofId && proof.State == ProofState.Waiting);

    private Task<Outcome> DecideAsync(Guid clerkId, Guid proofId, string action, Func<ProofOfPurchase, Customer, Task<Outcome>> decide) =>
        db.WriteAsync(async () =>
        {
            ProofOfPurchase? proof = await db.ProofsOfPurchase.FindAsync(proofId);
            if (proof is null || proof.State != ProofState.Waiting)
            {
                return audit.Note(Outcome.Refuse(proof is null ? "not-found" : "proof-decided"), clerkId, action);
            }

            Outcome outcome = await decide(proof, await db.Customers.SingleAsync(customer => customer.Id == proof.CustomerId));
            if (outcome.IsDone)
            {
                // It was looked at; nobody needs the picture any more.
                proof.Content = [];
            }

            return audit.Note(outcome, clerkId, action, proof.DeviceCode);
        });
}
