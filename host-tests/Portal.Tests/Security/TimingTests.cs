using System.Data.Common;
using System.Net;
using IqosDevice.Portal.Accounts;
using IqosDevice.Portal.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace IqosDevice.Portal.Tests.Security;

/// <summary>
/// Whether there is an account cannot be told from how long an answer takes: what takes long (hashing a password, waiting
/// for the disk) is done as often for nobody as for somebody. It is counted, not timed.
/// </summary>
public sealed class TimingTests
{
    private const string Known = "anna@example.com";
    private const string KnownMobile = "+36205550101";

    [Theory]
    [InlineData("nobody@example.com")]
    [InlineData("+36205550999")]
    [InlineData("neither")]
    [InlineData("unconfirmed@example.com")]
    [InlineData("locked@example.com")]
    [Rule("sign-in-timing")]
    public async Task Signing_in_by_password_costs_as_much_for_nobody(string name)
    {
        var work = new Work();
        await using TestPortal portal = await StartAsync(work);
        Counts usual = await work.CountAsync(() => SignInAsync(portal, Known));
        (await work.CountAsync(() => SignInAsync(portal, name))).ShouldBe(usual);
        usual.ShouldBe(new Counts(1, 1));
    }

    [Theory]
    [InlineData("/api/sign-in/code", "address", Known, "nobody@example.com")]
    [InlineData("/api/sign-in/code", "address", KnownMobile, "+36205550999")]
    [InlineData("/api/password/forgotten", "mobile", KnownMobile, "+36205550999")]
    [Rule("sign-in-timing")]
    public async Task Asking_for_a_code_costs_as_much_for_nobody(string path, string field, string known, string unknown)
    {
        var work = new Work();
        await using TestPortal portal = await StartAsync(work);
        Counts usual = await work.CountAsync(() => portal.Visit().PostAsync(path, new Dictionary<string, string> { [field] = known }));
        (await work.CountAsync(() => portal.Visit().PostAsync(path, new Dictionary<string, string> { [field] = unknown }))).ShouldBe(usual);
        usual.ShouldBe(new Counts(0, 1));
    }

    [Theory]
    [InlineData("/api/password/forgotten", "/api/password/reset", "mobile", KnownMobile, "+36205550999")]
    [InlineData("/api/sign-in/code", "/api/sign-in/code/verify", "address", Known, "nobody@example.com")]
    [Rule("sign-in-timing")]
    public async Task A_wrong_code_costs_as_much_for_nobody(string ask, string answer, string field, string known, string unknown)
    {
        var work = new Work();
        await using TestPortal portal = await StartAsync(work);
        List<Counts> counts = [];
        foreach (string name in new[] { known, unknown })
        {
            string request = (await portal.Visit().PostAsync(ask, new Dictionary<string, string> { [field] = name })).Text("request");
            counts.Add(await work.CountAsync(() => portal.Visit().PostAsync(answer, new { request, code = "no code", newPassword = "nine green geese", client = "web" })));
        }

        counts[1].ShouldBe(counts[0]);
        counts[0].ShouldBe(new Counts(0, 1));
    }

    [Fact]
    [Rule("sign-in-timing")]
    public async Task Registering_costs_as_much_for_an_address_that_has_a_profile()
    {
        var work = new Work();
        await using TestPortal portal = await StartAsync(work);
        Counts fresh = await work.CountAsync(() => portal.Visit().PostAsync("/api/accounts", People.Form("new@example.com", "+36205550990")));
        (await work.CountAsync(() => portal.Visit().PostAsync("/api/accounts", People.Form(Known, KnownMobile)))).ShouldBe(fresh);
        fresh.ShouldBe(new Counts(1, 1));
    }

    private static async Task<TestPortal> StartAsync(Work work)
    {
        TestPortal portal = await TestPortal.StartAsync(services: services => services
            .AddSingleton<IPasswordHasher<Customer>>(provider => ActivatorUtilities.CreateInstance<CountingHasher>(provider, work))
            .ConfigureDbContext<PortalDb>(db => db.AddInterceptors(new CountingCommits(work))));
        await portal.JoinAsync(Known, KnownMobile);
        await portal.Visit().PostAsync("/api/accounts", People.Form("unconfirmed@example.com", "+36205550103"));
        await portal.RegisterAsync("locked@example.com", "+36205550104");
        for (int failure = 0; failure < 5; failure++)
        {
            await SignInAsync(portal, "locked@example.com");
        }

        return portal;
    }

    private static async Task<PortalClient.Answer> SignInAsync(TestPortal portal, string name)
    {
        PortalClient.Answer answer = await portal.Visit().PostAsync("/api/sign-in/password", new { name, password = "not the password", client = "web" });
        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        return answer;
    }

    /// <summary>What takes long: hashes of passwords, and waits for the disk.</summary>
    private sealed record Counts(int Hashes, int Commits);

    private sealed class Work
    {
        public int Hashes { get; set; }

        public int Commits { get; set; }

        public async Task<Counts> CountAsync(Func<Task<PortalClient.Answer>> act)
        {
            (Hashes, Commits) = (0, 0);
            await act();
            return new Counts(Hashes, Commits);
        }
    }

    private sealed class CountingHasher(Work work, Microsoft.Extensions.Options.IOptions<PasswordHasherOptions> options) : PasswordHasher<Customer>(options)
    {
        public override string HashPassword(Customer user, string password)
        {
            work.Hashes++;
            return base.HashPassword(user, password);
        }

        public override PasswordVerificationResult VerifyHashedPassword(Customer user, string hashedPassword, string providedPassword)
        {
            work.Hashes++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    private sealed class CountingCommits(Work work) : DbTransactionInterceptor
    {
        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            work.Commits++;
            return Task.CompletedTask;
        }
    }
}
