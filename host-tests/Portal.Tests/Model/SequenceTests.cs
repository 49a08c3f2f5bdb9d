using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Common;
using IqosDevice.Portal.Devices;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Tests.Model;

/// <summary>
/// Random sequences of what three customers do with five devices, held after every step against a model that is a few
/// arrays. A sequence that fails names its seed, which runs it again.
/// </summary>
public sealed class SequenceTests
{
    private const int Sequences = 20_000;
    private const int Customers = 3;
    private const int Devices = 5;
    private const int LongestSequence = 10;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_three_customers_do_with_five_devices_each_device_has_one_owner_and_a_deleted_profile_leaves_nothing(int part)
    {
        await using SequenceWorld world = await SequenceWorld.CreateAsync();
        for (int seed = part; seed < Sequences; seed += 4)
        {
            await RunAsync(world, seed);
        }
    }

    private static async Task RunAsync(SequenceWorld world, int seed)
    {
        var random = new Random(seed);
        var model = new RegistryModel(Customers, Devices);
        Guid[] ids = await world.BeginAsync(Customers, Devices);
        List<(Guid Request, string Code)> usedCodes = [];
        int steps = random.Next(1, LongestSequence + 1);
        for (int step = 0; step < steps; step++)
        {
            int customer = random.Next(Customers);
            int device = random.Next(Devices);
            int other = random.Next(Customers);
            int act = random.Next(20);
            if (model.Gone[customer])
            {
                // Who is gone has no session to act in.
                continue;
            }

            string told = $"seed {seed}, step {step}: act {act}, customer {customer}, device {device}";
            await StepAsync(world, model, ids, usedCodes, (act, customer, device, other), told);
            await CheckAsync(world, model, ids, told);
        }
    }

    private static async Task StepAsync(
        SequenceWorld world, RegistryModel model, Guid[] ids, List<(Guid, string)> usedCodes, (int Act, int Customer, int Device, int Other) step, string told)
    {
        (int act, int customer, int device, int other) = step;
        string code = SequenceWorld.CodeOf(device);
        DeviceRegistration registration = world.Get<DeviceRegistration>();
        switch (act)
        {
            case < 6:
                (await registration.RegisterAsync(ids[customer], code, ownUse: true)).IsDone.ShouldBe(model.Register(customer, device), told);
                break;
            case < 10:
                (await registration.OfferAsync(ids[customer], code, SequenceWorld.EmailOf(other))).IsDone.ShouldBe(model.Offer(customer, device, other), told);
                break;
            case < 14:
                (await registration.AcceptAsync(ids[customer], code, ownUse: true)).IsDone.ShouldBe(model.Accept(customer, device), told);
                break;
            case 14:
                (await registration.TakeBackAsync(ids[customer], code)).IsDone.ShouldBe(model.TakeBack(customer, device), told);
                break;
            case 15:
                foreach (string video in new[] { "first-use", "cleaning", "two-uses" })
                {
                    await world.Get<GiveBack>().WatchAsync(ids[customer], code, video);
                }

                (await world.Get<GiveBack>().GiveBackAsync(ids[customer], code)).IsDone.ShouldBe(model.GiveBack(customer, device), told);
                break;
            case 16:
                await world.Db.WriteAsync(async () =>
                {
                    await world.Get<Deletion>().DeleteAsync(await world.Db.Customers.SingleAsync(found => found.Id == ids[customer]));
                    return true;
                });
                model.Delete(customer).ShouldBeTrue(told);
                break;
            default:
                await SignInAsync(world, customer, usedCodes, told);
                break;
        }
    }

    private static async Task SignInAsync(SequenceWorld world, int customer, List<(Guid Request, string Code)> usedCodes, string told)
    {
        SignIn signIn = world.Get<SignIn>();
        Outcome<Guid> sent = await signIn.SendCodeAsync(SequenceWorld.EmailOf(customer));
        string? code = await world.Db.OutboxMessages.Where(message => message.Topic == "sign-in-code" && message.To == SequenceWorld.EmailOf(customer))
            .OrderByDescending(message => message.Id).Select(message => message.Code).FirstOrDefaultAsync(TestContext.Current.CancellationToken);
        if (code is not null && (await signIn.WithCodeAsync(sent.Value, code)).IsDone)
        {
            usedCodes.Add((sent.Value, code));
        }

        foreach ((Guid request, string used) in usedCodes.TakeLast(2))
        {
            (await signIn.WithCodeAsync(request, used)).IsDone.ShouldBeFalse(told + ": a code was accepted twice");
        }
    }

    private static async Task CheckAsync(SequenceWorld world, RegistryModel model, Guid[] ids, string told)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        world.Db.ChangeTracker.Clear();
        List<Ownership> periods = await world.Db.Ownerships.AsNoTracking().ToListAsync(cancellation);
        for (int device = 0; device < Devices; device++)
        {
            string code = SequenceWorld.CodeOf(device);
            Ownership[] open = [.. periods.Where(period => period.DeviceCode == code && period.Until is null)];
            open.Length.ShouldBe(model.Owner[device] is null ? 0 : 1, told);
            open.FirstOrDefault()?.CustomerId.ShouldBe(ids[model.Owner[device]!.Value], told);
        }

        if (!model.Gone.Contains(true))
        {
            return;
        }

        foreach (int gone in Enumerable.Range(0, Customers).Where(customer => model.Gone[customer]))
        {
            periods.ShouldAllBe(period => period.CustomerId != ids[gone], told);
            string email = SequenceWorld.EmailOf(gone);
            (await world.Db.Customers.AnyAsync(customer => customer.Id == ids[gone], cancellation)).ShouldBeFalse(told);
            (await world.Db.OutboxMessages.AnyAsync(message => message.To == email && message.Topic != "profile-deleted", cancellation)).ShouldBeFalse(told);
            (await world.Db.TransferOffers.AnyAsync(
                offer => offer.FromCustomerId == ids[gone], cancellation)).ShouldBeFalse(told);
        }
    }
}
