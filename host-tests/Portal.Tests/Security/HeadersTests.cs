using System.Net;
using System.Text;
using IqosDevice.Portal.Tests.Journeys;

namespace IqosDevice.Portal.Tests.Security;

public sealed class HeadersTests
{
    [Theory]
    [Rule("security-headers")]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/api/support/faq")]
    [InlineData("/no/such/page")]
    [InlineData("/api/none")]
    public async Task Every_answer_forbids_scripts_frames_and_guessing(string path)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        IReadOnlyDictionary<string, string> headers = (await portal.Visit().GetAsync(path)).Headers;
        headers["Content-Security-Policy"].ShouldStartWith("default-src 'none'; style-src 'self'");
        headers["Content-Security-Policy"].ShouldContain("frame-ancestors 'none'");
        headers["X-Content-Type-Options"].ShouldBe("nosniff");
        headers["Cache-Control"].ShouldContain("no-store");
        headers.Keys.ShouldNotContain("Server");
    }

    [Fact]
    [Rule("security-cookie")]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.RegisterAsync("anna@example.com", "+36205550101");
        PortalClient.Answer answer = await portal.Visit().PostAsync(
            "/api/sign-in/password", new { name = "anna@example.com", password = People.Password, client = "web" });
        string cookie = answer.Headers["Set-Cookie"];
        cookie.ShouldContain("portal.session=");
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
    }

    [Fact]
    [Rule("security-antiforgery")]
    public async Task What_a_cookie_changes_needs_the_antiforgery_token()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        using var body = new StringContent("""{"member":true}""", Encoding.UTF8, "application/json");
        (await anna.SendAsync(HttpMethod.Put, "/api/profile/club", body)).Problem.ShouldBe("antiforgery");
        using var form = new FormUrlEncodedContent([new("member", "true")]);
        (await anna.SendAsync(HttpMethod.Post, "/profile/club", form)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await anna.GetAsync("/api/profile")).Json.GetProperty("clubMember").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    [Rule("security-host")]
    public async Task A_foreign_host_name_is_turned_away()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        (await portal.Visit("http://rebound.example").GetAsync("/")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1:99999")]
    [InlineData("localhost:-1")]
    [InlineData("localhost:x")]
    [InlineData("localhost, elsewhere.example")]
    [InlineData("localhost@elsewhere.example")]
    [InlineData("127.0.0.1.elsewhere.example")]
    [Rule("security-host")]
    public async Task A_host_header_that_is_no_address_of_the_portal_is_turned_away(string host)
    {
        await using var world = await JourneyWorld.StartAsync([]);
        (await world.AskRawAsync($"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")).ShouldStartWith("HTTP/1.1 400 ");
    }

    [Fact]
    [Rule("security-headers")]
    public async Task A_page_with_a_form_is_served_without_a_warning()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        (await portal.Visit().GetAsync("/sign-in")).Headers["Cache-Control"].ShouldContain("no-store");
        portal.Log.ShouldBeEmpty();
    }

    [Fact]
    [Rule("security-rate")]
    public async Task Too_many_requests_are_turned_away()
    {
        await using TestPortal portal = await TestPortal.StartAsync(options => options with { SignInRequestsPerMinute = 3 });
        for (int time = 0; time < 3; time++)
        {
            (await portal.Visit().PostAsync("/api/sign-in/code", new { address = "a@example.com" })).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await portal.Visit().PostAsync("/api/sign-in/code", new { address = "a@example.com" })).Problem.ShouldBe("too-many-requests");
        (await portal.Visit().GetAsync("/api/support/faq")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Rule("lab-off")]
    public async Task The_lab_can_be_left_out()
    {
        await using TestPortal portal = await TestPortal.StartAsync(options => options with { Lab = false });
        foreach (string path in new[] { "/api/outbox", "/api/lab/clock", "/outbox" })
        {
            (await portal.Visit().GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    [Rule("security-secrets", "security-logs")]
    public async Task Secrets_are_outside_the_database_and_logs_name_nobody()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync();
        File.Exists(portal.DatabasePath + ".secrets/clerk-password").ShouldBeTrue();
        Directory.GetFiles(portal.DatabasePath + ".secrets/keys").ShouldNotBeEmpty();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(portal.DatabasePath + ".secrets").ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        portal.Log.ShouldAllBe(line => !line.Contains("anna", StringComparison.OrdinalIgnoreCase) && !line.Contains("555", StringComparison.Ordinal));
    }

    [Theory]
    [Rule("security-redirect")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    public async Task Signing_in_leads_nowhere_else(string to)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.RegisterAsync("anna@example.com", "+36205550101");
        PageVisitor visitor = new(portal.Visit());
        await visitor.OpenAsync("/sign-in?return=" + Uri.EscapeDataString(to));
        PortalClient.Answer answer = await visitor.SubmitAsync("/sign-in", ("name", "anna@example.com"), ("password", People.Password), ("return", to));
        answer.Headers["Location"].ShouldBe("/devices");
    }

    [Fact]
    [Rule("security-encoding")]
    public async Task What_people_type_stays_text_on_a_page()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PageVisitor visitor = new(portal.Visit());
        await visitor.OpenAsync("/register");
        PortalClient.Answer answer = await visitor.SubmitAsync("/register", ("familyName", "<script>alert(1)</script>\""));
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldNotContain("<script>");
        answer.Body.ShouldContain("&lt;script&gt;");
    }
}
