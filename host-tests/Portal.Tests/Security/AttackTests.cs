using System.Net;
using IqosDevice.Portal.Hosting;
using IqosDevice.Portal.Security;
using Microsoft.Extensions.Logging;

namespace IqosDevice.Portal.Tests.Security;

/// <summary>What an attacker tries, and what comes of it.</summary>
public sealed class AttackTests
{
    private const string Anna = "anna@example.com";

    [Fact]
    [Rule("security-foreign-things")]
    public async Task A_customer_reaches_nothing_of_another()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        PortalClient bela = await portal.JoinAsync("bela@example.com", "+36205550102");
        await anna.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true });
        string device = "/api/devices/" + TestPortal.Domestic;
        foreach (string path in new[] { device, device + "/history", device + "/videos", "/devices/" + TestPortal.Domestic })
        {
            (await bela.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await bela.GetAsync(device + "/diagnoses")).Body.ShouldBe("[]");
        (await bela.PostAsync(device + "/offer", new { newOwnerEmail = "bela@example.com" })).Problem.ShouldBe("not-your-device");
        (await bela.PostAsync(device + "/offer", new { newOwnerEmail = "cili@example.com" })).Problem.ShouldBe("not-your-device");
        (await bela.PostAsync(device + "/replacement", new { shopId = "szeged" })).Problem.ShouldBe("not-your-device");
        (await bela.PostAsync(device + "/videos/first-use")).Problem.ShouldBe("not-your-device");
        (await bela.PostAsync(device + "/give-back")).Problem.ShouldBe("not-your-device");
        (await bela.PostAsync(device + "/accept", new { ownUse = true })).Problem.ShouldBe("no-offer");
        (await anna.GetAsync("/api/devices")).Json.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    [Rule("security-clerk", "app-web-only")]
    public async Task A_clerk_decides_and_is_no_customer()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient clerk = await portal.SignInClerkAsync();
        (await clerk.GetAsync("/api/profile")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await clerk.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await clerk.PostAsync("/api/profile/delete", new { password = portal.ClerkPassword })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await clerk.GetAsync("/profile")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await clerk.GetAsync("/clerk")).Status.ShouldBe(HttpStatusCode.OK);
        PortalClient app = portal.Visit();
        app.Token = (await app.PostAsync("/api/sign-in/password", new { name = PortalServer.ClerkName, password = portal.ClerkPassword, client = "app" }))
            .Text("accessToken");
        (await app.GetAsync("/api/clerk/proofs")).Problem.ShouldBe("web-only");
    }

    [Fact]
    [Rule("security-cross-site")]
    public async Task What_a_browser_says_to_come_from_another_site_changes_nothing()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient visitor = portal.Visit();
        visitor.Headers["Sec-Fetch-Site"] = "cross-site";
        (await visitor.SendAsync(HttpMethod.Post, "/api/lab/newsletter", content: null)).Problem.ShouldBe("antiforgery");
        (await visitor.PostAsync("/api/accounts", People.Form(Anna, "+36205550101"))).Problem.ShouldBe("antiforgery");
        (await visitor.GetAsync("/api/support/faq")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("http://elsewhere.example", false)]
    [InlineData("http://localhost:3000", false)]
    [InlineData("https://localhost", false)]
    [InlineData("null", false)]
    [InlineData("http://localhost", true)]
    [Rule("security-cross-site")]
    public async Task What_comes_from_another_origin_changes_nothing(string origin, bool taken)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient visitor = portal.Visit();
        visitor.Headers["Origin"] = origin;
        (await visitor.SendAsync(HttpMethod.Post, "/api/lab/newsletter", content: null)).Problem.ShouldBe(taken ? null : "antiforgery");
    }

    [Fact]
    [Rule("security-rate")]
    public async Task A_made_up_sender_address_is_no_way_around_the_limits()
    {
        await using TestPortal portal = await TestPortal.StartAsync(options => options with { SignInRequestsPerMinute = 3 });
        for (int number = 0; number < 5; number++)
        {
            PortalClient visitor = portal.Visit();
            visitor.Headers["X-Forwarded-For"] = $"192.0.2.{number}";
            visitor.Headers["Forwarded"] = $"for=192.0.2.{number}";
            (await visitor.PostAsync("/api/sign-in/code", new { address = Anna })).Status
                .ShouldBe(number < 3 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests);
        }
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("PK\u0003\u0004 a zip")]
    [InlineData("GIF89a")]
    [InlineData("<!-- %PDF-1.7 -->")]
    [InlineData(" %PDF-1.7")]
    [InlineData("MZ")]
    [Rule("upload-type")]
    public void What_is_no_receipt_is_not_taken(string start) =>
        UploadRules.Refuse(System.Text.Encoding.UTF8.GetBytes(start)).ShouldBe("file-type");

    [Fact]
    [Rule("upload-attachment")]
    public async Task A_file_that_is_two_things_at_once_is_handed_out_as_what_was_checked_and_never_opened_in_the_page()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("2026-11-02"), "boughtOn" },
            { new StringContent("HU"), "boughtIn" },
            { new StringContent("true"), "ownUse" },
            { new ByteArrayContent("%PDF-1.7 <html><script>alert(1)</script>"u8.ToArray()), "file", "../../receipt.html" },
        };
        (await anna.SendCheckedAsync(HttpMethod.Post, "/api/devices/proofs", form)).Status.ShouldBe(HttpStatusCode.OK);
        PortalClient clerk = await portal.SignInClerkAsync();
        string id = (await clerk.GetAsync("/api/clerk/proofs")).Json[0].GetProperty("id").GetString()!;
        foreach (string path in new[] { $"/api/clerk/proofs/{id}/file", $"/clerk/proofs/{id}/file" })
        {
            IReadOnlyDictionary<string, string> headers = (await clerk.GetAsync(path)).Headers;
            headers["Content-Type"].ShouldBe("application/pdf");
            headers["Content-Disposition"].ShouldStartWith("attachment; filename=proof-");
            headers["Content-Disposition"].ShouldNotContain("html");
            headers["X-Content-Type-Options"].ShouldBe("nosniff");
        }

        (await anna.GetAsync($"/api/clerk/proofs/{id}/file")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    [Rule("security-logs")]
    public void A_line_of_the_log_is_one_line_whatever_is_in_it()
    {
        List<string> lines = [];
        using var provider = new LineLoggerProvider(lines.Add);
        provider.CreateLogger("test").LogWarning("{Text}", "one\r\nportal: two\u001b[2J\u0085three");
        lines.ShouldHaveSingleItem().Any(char.IsControl).ShouldBeFalse();
    }

    [Fact]
    [Rule("password-personal")]
    public async Task A_password_by_a_code_must_not_hold_the_own_name_either_and_the_code_goes_on_to_work()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        await portal.JoinAsync();
        string request = (await portal.Visit().PostAsync("/api/password/forgotten", new { mobile = "+36205550101" })).Text("request");
        string code = (await portal.ReadMessageAsync("+36205550101", "reset-code")).GetProperty("code").GetString()!;
        (await portal.Visit().PostAsync("/api/password/reset", new { request, code, newPassword = "Minta Anna 2026" })).ProblemsOf("newPassword")
            .ShouldBe(["password-personal"]);
        (await portal.Visit().PostAsync("/api/password/reset", new { request, code, newPassword = "nine green geese" })).Status
            .ShouldBe(HttpStatusCode.NoContent);
        (await portal.Visit().PostAsync("/api/password/reset", new { request, code, newPassword = "nine green geese" })).Status
            .ShouldBe(HttpStatusCode.Unauthorized);
    }
}
