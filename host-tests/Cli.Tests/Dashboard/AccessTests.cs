using System.Net;
using System.Net.NetworkInformation;

namespace IqosDevice.Cli.Tests.Dashboard;

public sealed class AccessTests
{
    [Theory(Timeout = DashboardRig.TimeoutMs)]
    [InlineData("GET", "/api/state")]
    [InlineData("GET", "/api/events")]
    [InlineData("GET", "/api/trace.csv")]
    [InlineData("GET", "/api/recording.jsonl")]
    [InlineData("GET", "/openapi.json")]
    [InlineData("GET", "/app.js")]
    [InlineData("GET", "/nothing")]
    [InlineData("POST", "/api/insertStick")]
    public async Task Nothing_is_served_without_the_token(string method, string path)
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();

        (await SendAsync(rig, method, path)).ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(rig, method, path, ("Authorization", "Bearer the-tokem"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(rig, method, path, ("Authorization", "Bearer "))).ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(rig, method, path, ("Cookie", $"iqos-emulator-{rig.Address.Port}={DashboardRig.Token}")))
            .ShouldBe(HttpStatusCode.Unauthorized, "the cookie holds a hash and not the token");
        (await rig.GetAsync("/api/state")).GetProperty("stickPresent").GetBoolean().ShouldBeFalse();
    }

    [Fact(Timeout = DashboardRig.TimeoutMs)]
    public async Task The_printed_address_gives_the_browser_a_cookie_that_opens_the_page()
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();

        using HttpResponseMessage login = await rig.Stranger.GetAsync("/login?t=" + DashboardRig.Token, TestContext.Current.CancellationToken);

        login.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        login.Headers.Location!.OriginalString.ShouldBe("/");
        string cookie = login.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldNotContain(DashboardRig.Token);
        (await SendAsync(rig, "GET", "/", ("Cookie", cookie.Split(';')[0]))).ShouldBe(HttpStatusCode.OK);
        (await SendAsync(rig, "POST", "/api/tilt", ("Cookie", cookie.Split(';')[0]))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact(Timeout = DashboardRig.TimeoutMs)]
    public async Task A_browser_without_the_cookie_is_asked_for_the_token()
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();

        (await SendAsync(rig, "GET", "/")).ShouldBe(HttpStatusCode.Redirect);
        (await SendAsync(rig, "GET", "/login")).ShouldBe(HttpStatusCode.OK);
        (await SendAsync(rig, "GET", "/login.css")).ShouldBe(HttpStatusCode.OK);
        (await SendAsync(rig, "GET", "/login?t=wrong")).ShouldBe(HttpStatusCode.Unauthorized);
        (await FormAsync(rig, "/login")).ShouldContain("hidden>That is not the token");
        (await FormAsync(rig, "/login?t=wrong")).ShouldContain("role=\"alert\">That is not the token");
    }

    [Theory(Timeout = DashboardRig.TimeoutMs)]
    [InlineData("http://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("https://127.0.0.1")]
    [InlineData("null")]
    public async Task Pages_of_other_origins_are_refused_with_the_token_or_without(string origin)
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();

        (await SendWithTokenAsync(rig, "POST", "/api/insertStick", ("Origin", origin))).ShouldBe(HttpStatusCode.Forbidden);
        (await SendWithTokenAsync(rig, "GET", "/api/state", ("Origin", origin))).ShouldBe(HttpStatusCode.Forbidden);
        (await rig.GetAsync("/api/state")).GetProperty("stickPresent").GetBoolean().ShouldBeFalse();
    }

    [Theory(Timeout = DashboardRig.TimeoutMs)]
    [InlineData("cross-site", "POST", "/api/insertStick", "cors")]
    [InlineData("same-site", "GET", "/api/events", "cors")]
    [InlineData("cross-site", "GET", "/api/state", "navigate")]
    [InlineData("cross-site", "GET", "/app.js", "no-cors")]
    public async Task What_a_browser_says_to_come_from_another_site_is_refused(string site, string method, string path, string mode)
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();

        (await SendWithTokenAsync(rig, method, path, ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode)))
            .ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact(Timeout = DashboardRig.TimeoutMs)]
    public async Task The_own_page_and_a_link_that_leads_to_it_are_let_in()
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();
        string own = rig.Address.GetLeftPart(UriPartial.Authority);

        (await SendWithTokenAsync(rig, "POST", "/api/tilt", ("Origin", own), ("Sec-Fetch-Site", "same-origin"))).ShouldBe(HttpStatusCode.OK);
        (await SendWithTokenAsync(rig, "GET", "/", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate")))
            .ShouldBe(HttpStatusCode.OK);
    }

    [Theory(Timeout = DashboardRig.TimeoutMs)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("192.0.2.1", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    public async Task A_request_that_names_another_host_is_refused(string host, HttpStatusCode status)
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();

        (await SendWithTokenAsync(rig, "GET", "/api/state", ("Host", $"{host}:{rig.Address.Port}"))).ShouldBe(status);
    }

    [Fact(Timeout = DashboardRig.TimeoutMs)]
    public async Task Every_answer_forbids_scripts_from_elsewhere_and_frames()
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();

        foreach (string path in new[] { "/", "/login", "/api/state", "/app.js", "/nothing" })
        {
            using HttpResponseMessage response = await rig.Client.GetAsync(path, TestContext.Current.CancellationToken);

            string policy = response.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'none'");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        }
    }

    [Fact(Timeout = DashboardRig.TimeoutMs)]
    public async Task It_listens_on_the_loopback_address_alone()
    {
        await using DashboardRig rig = await DashboardRig.StartAsync();

        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == rig.Address.Port)
            .Select(listener => listener.Address).ShouldBe([IPAddress.Loopback]);
    }

    private static async Task<string> FormAsync(DashboardRig rig, string path)
    {
        using HttpResponseMessage response = await rig.Stranger.GetAsync(path, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static Task<HttpStatusCode> SendWithTokenAsync(
        DashboardRig rig, string method, string path, params (string Name, string Value)[] headers) =>
        SendAsync(rig, method, path, [.. headers, ("Authorization", "Bearer " + DashboardRig.Token)]);

    private static async Task<HttpStatusCode> SendAsync(
        DashboardRig rig, string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage response = await rig.Stranger.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
