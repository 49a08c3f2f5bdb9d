using System.Net;

namespace IqosDevice.Portal.Tests.Accounts;

/// <summary>When sessions and tokens end by themselves.</summary>
public sealed class SessionTimeTests
{
    private const string Email = "anna@example.com";
    private const string Mobile = "+36205550101";

    [Fact]
    [Rule("session-idle", "session-longest")]
    public async Task A_session_of_a_browser_ends_after_half_an_hour_of_silence_and_after_twelve_hours_in_any_case()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient silent = await portal.JoinAsync(Email, Mobile);
        PortalClient busy = await portal.SignInAsync(Email);
        portal.Clock.Advance(TimeSpan.FromMinutes(25));
        (await busy.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.OK);
        portal.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        (await silent.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        for (int time = 31; time <= 12 * 60; time += 20)
        {
            (await busy.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.OK);
            portal.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        (await busy.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Rule("app-token", "app-refresh", "session-end-all")]
    public async Task An_app_renews_its_token_until_its_sessions_are_ended()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient web = await portal.JoinAsync(Email, Mobile);
        PortalClient app = portal.Visit();
        string refreshToken = (await app.PostAsync("/api/sign-in/password", new { name = Email, password = People.Password, client = "app" }))
            .Text("refreshToken");
        portal.Clock.Advance(TimeSpan.FromDays(13));
        PortalClient.Answer renewed = await app.PostAsync("/api/sign-in/refresh", new { refreshToken });
        app.Token = renewed.Text("accessToken");
        (await app.GetAsync("/api/devices")).Status.ShouldBe(HttpStatusCode.OK);
        portal.Clock.Advance(TimeSpan.FromHours(1));
        (await app.GetAsync("/api/devices")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        web = await portal.SignInAsync(Email);
        (await web.PostAsync("/api/profile/sign-out-everywhere")).Status.ShouldBe(HttpStatusCode.NoContent);
        app.Token = null;
        (await app.PostAsync("/api/sign-in/refresh", new { refreshToken = renewed.Text("refreshToken") })).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(-1, HttpStatusCode.OK)]
    [InlineData(60, HttpStatusCode.Unauthorized)]
    [Rule("app-refresh")]
    public async Task An_app_that_was_not_used_for_fourteen_days_signs_in_again(int seconds, HttpStatusCode expected)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync(Email, Mobile);
        string refreshToken = (await portal.Visit().PostAsync("/api/sign-in/password", new { name = Email, password = People.Password, client = "app" }))
            .Text("refreshToken");
        portal.Clock.Advance(TimeSpan.FromDays(14) + TimeSpan.FromSeconds(seconds));
        (await portal.Visit().PostAsync("/api/sign-in/refresh", new { refreshToken })).Status.ShouldBe(expected);
    }
}
