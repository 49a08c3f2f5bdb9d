using System.Net;
using System.Text.Json;
using IqosDevice.Portal.Security;

namespace IqosDevice.Portal.Tests.Accounts;

public sealed class SessionTests
{
    private const string Email = "anna@example.com";

    [Fact]
    [Rule("session-list")]
    public async Task A_customer_sees_every_browser_and_app_that_is_signed_in_and_no_stranger_s()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        await portal.OpenAppAsync(Email);
        await portal.JoinAsync("bela@example.com", "+36205550102");
        JsonElement[] sessions = await ListAsync(anna);
        sessions.Select(session => session.GetProperty("client").GetString()).ShouldBe(["web", "app"], ignoreOrder: true);
        sessions.Single(session => session.GetProperty("current").GetBoolean()).GetProperty("client").GetString().ShouldBe("web");
    }

    [Fact]
    [Rule("session-end-one")]
    public async Task One_session_can_be_ended_without_the_others_and_nobody_ends_a_stranger_s()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        PortalClient app = await portal.OpenAppAsync(Email);
        PortalClient bela = await portal.JoinAsync("bela@example.com", "+36205550102");
        string id = (await ListAsync(anna)).Single(session => !session.GetProperty("current").GetBoolean()).GetProperty("id").GetString()!;
        (await bela.DeleteAsync("/api/profile/sessions/" + id)).Problem.ShouldBe("not-found");
        (await app.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.OK);

        (await anna.DeleteAsync("/api/profile/sessions/" + id)).Status.ShouldBe(HttpStatusCode.NoContent);

        (await app.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await anna.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.OK);
        (await ListAsync(anna)).Length.ShouldBe(1);
    }

    [Fact]
    [Rule("session-sign-out")]
    public async Task Signing_out_ends_the_session_itself_so_that_a_copy_of_its_cookie_is_worth_nothing()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        PortalClient thief = anna.Copy(portal.Visit());
        (await thief.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.OK);
        (await anna.PostAsync("/api/sign-out")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await thief.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        PortalClient app = await portal.OpenAppAsync(Email);
        (await app.PostAsync("/api/sign-out")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await app.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Rule("session-fresh")]
    public async Task Signing_in_again_begins_another_session_whatever_cookie_was_there()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        string before = (await ListAsync(anna)).Single().GetProperty("id").GetString()!;
        (await anna.PostAsync("/api/sign-in/password", new { name = Email, password = People.Password, client = "web" })).Status.ShouldBe(HttpStatusCode.OK);
        (await ListAsync(anna)).Single(session => session.GetProperty("current").GetBoolean()).GetProperty("id").GetString().ShouldNotBe(before);
    }

    [Fact]
    [Rule("session-most")]
    public async Task A_profile_has_twenty_sessions_and_the_one_that_was_silent_for_longest_ends_for_a_new_one()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient first = await portal.JoinAsync();
        for (int number = 0; number < Sessions.MostOpen; number++)
        {
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
            await portal.OpenAppAsync(Email);
        }

        (await first.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await ListAsync(await portal.OpenAppAsync(Email))).Length.ShouldBe(Sessions.MostOpen);
    }

    [Fact]
    [Rule("session-list")]
    public async Task A_session_that_ended_by_itself_is_not_listed_any_more_and_last_use_is_kept_to_the_minute()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync();
        PortalClient app = await portal.OpenAppAsync(Email);
        portal.Clock.Advance(TimeSpan.FromMinutes(31));
        JsonElement only = (await ListAsync(app)).Single();
        only.GetProperty("client").GetString().ShouldBe("app");
        only.GetProperty("lastSeenAt").GetDateTimeOffset().ShouldBe(portal.Clock.GetUtcNow());
        only.GetProperty("signedInAt").GetDateTimeOffset().ShouldBe(TestPortal.Start);
    }

    [Fact]
    [Rule("session-end-one", "session-sign-out")]
    public async Task The_page_of_the_profile_signs_out_there_here_and_everywhere()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        PortalClient app = await portal.OpenAppAsync(Email);
        PageVisitor page = new(anna);
        await page.OpenAsync("/profile");
        (await page.SubmitAsync("/profile/sessions/end")).Headers["Location"].ShouldBe("/profile?done=session-ended");
        (await app.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        PortalClient other = await portal.SignInAsync(Email);
        PortalClient thief = other.Copy(portal.Visit());
        PageVisitor there = new(other);
        await there.OpenAsync("/profile");
        (await there.SubmitAsync("/sign-out")).Headers["Location"].ShouldBe("/?done=signed-out");
        (await thief.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await anna.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.OK);

        other = await portal.SignInAsync(Email);
        await page.OpenAsync("/profile");
        (await page.SubmitAsync("/sign-out", ("everywhere", "true"))).Headers["Location"].ShouldBe("/?done=signed-out");
        (await other.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("HolderApp/1.2 (Android 16)", "HolderApp, Android")]
    [InlineData("a-name-that-is-much-longer-than-anybody-needs/1", "a-name-that-is-much-long")]
    [InlineData("<script>", "–")]
    [InlineData(null, "–")]
    [Rule("session-list")]
    public void A_session_is_called_by_browser_and_system(string? userAgent, string name) => DeviceNames.Of(userAgent).ShouldBe(name);

    private static async Task<JsonElement[]> ListAsync(PortalClient client) => [.. (await client.GetAsync("/api/profile/sessions")).Json.EnumerateArray()];
}
