using System.Net;
using System.Text;
using IqosDevice.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Tests.Data;

/// <summary>What is kept for a time is gone after it, by the portal's clock.</summary>
public sealed class RetentionTests
{
    private const string Email = "anna@example.com";
    private const string Mobile = "+36205550101";

    [Fact]
    [Rule("retention-books")]
    public async Task What_the_books_must_hold_is_deleted_after_eight_years_to_the_second()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await ClaimAsync(portal);
        TimeSpan eightYears = TestPortal.Start.AddYears(8) - TestPortal.Start;
        await JumpAsync(portal, eightYears - TimeSpan.FromSeconds(1));
        (await CountBooksAsync(portal)).ShouldBe(1);
        await JumpAsync(portal, TimeSpan.FromSeconds(1));
        (await CountBooksAsync(portal)).ShouldBe(0);
    }

    [Fact]
    [Rule("retention-hourly")]
    public async Task What_falls_due_while_the_portal_runs_is_deleted_within_the_hour()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await ClaimAsync(portal);
        portal.Clock.Advance(TimeSpan.FromDays(9 * 366));
        (await CountBooksAsync(portal)).ShouldBe(1);
        portal.PassHour();

        // The sweep runs beside the requests; a few of them later it is done.
        for (int request = 0; request < 500 && await CountBooksAsync(portal) > 0; request++)
        {
            await portal.Visit().GetAsync("/api/lab/clock");
        }

        (await CountBooksAsync(portal)).ShouldBe(0);
    }

    [Fact]
    [Rule("retention-unconfirmed")]
    public async Task A_registration_that_nobody_confirms_leaves_nothing_in_the_file_after_a_day()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        (await portal.Visit().PostAsync("/api/accounts", People.Form(Email, Mobile))).Status.ShouldBe(HttpStatusCode.Accepted);
        await portal.RegisterAsync("bela@example.com", "+36205550102");
        await JumpAsync(portal, TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        (await portal.CountMessagesAsync(Email)).ShouldBe(1);
        await JumpAsync(portal, TimeSpan.FromSeconds(1));
        (await portal.CountMessagesAsync(Email)).ShouldBe(0);

        string file = Encoding.UTF8.GetString(await portal.ReadDatabaseAsync());
        foreach (string personal in new[] { Email, Email.ToUpperInvariant(), Mobile })
        {
            file.Contains(personal, StringComparison.Ordinal).ShouldBeFalse(personal);
        }

        file.ShouldContain("bela@example.com");
        await portal.SignInAsync("bela@example.com");
    }

    [Fact]
    [Rule("retention-lapsed")]
    public async Task Codes_and_sessions_that_are_over_are_deleted_and_those_that_are_not_stay()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        await JumpAsync(portal, TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        (await portal.WithAsync<PortalDb, int>(db => db.OneTimeCodes.CountAsync())).ShouldBe(2);
        await JumpAsync(portal, TimeSpan.FromSeconds(1));

        // The link of the registration lives for a day.
        (await portal.WithAsync<PortalDb, int>(db => db.OneTimeCodes.CountAsync())).ShouldBe(1);
        await JumpAsync(portal, TimeSpan.FromDays(14));
        (await portal.WithAsync<PortalDb, int>(db => db.OneTimeCodes.CountAsync())).ShouldBe(0);
        (await portal.WithAsync<PortalDb, int>(db => db.Sessions.CountAsync())).ShouldBe(0);
        await portal.SignInAsync(Email);
        await JumpAsync(portal, TimeSpan.FromDays(13));
        (await portal.WithAsync<PortalDb, int>(db => db.Sessions.CountAsync())).ShouldBe(1);
    }

    private static async Task ClaimAsync(TestPortal portal) => (await portal.Visit().PostAsync(
        "/api/warranty/claims", new { code = TestPortal.Domestic, boughtOn = "2026-11-01", description = "It does not start." })).Status.ShouldBe(HttpStatusCode.OK);

    private static Task<int> CountBooksAsync(TestPortal portal) => portal.WithAsync<PortalDb, int>(db => db.RetainedRecords.CountAsync());

    private static async Task JumpAsync(TestPortal portal, TimeSpan step) =>
        (await portal.Visit().PostAsync("/api/lab/clock", new { seconds = step.TotalSeconds })).Status.ShouldBe(HttpStatusCode.OK);
}
