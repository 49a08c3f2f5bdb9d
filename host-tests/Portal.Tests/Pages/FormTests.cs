using System.Net;

namespace IqosDevice.Portal.Tests.Pages;

/// <summary>Forms as they come back, without a browser.</summary>
public sealed class FormTests
{
    [Fact]
    [Rule("register-marked")]
    public async Task A_form_with_mistakes_comes_back_with_a_summary_that_leads_to_each_of_them()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PageVisitor page = new(portal.Visit());
        await page.OpenAsync("/register");
        PortalClient.Answer answer = await page.SubmitAsync("/register", ("familyName", "Minta"), ("email", "anna"), ("password", "a password of mine"));
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain("<li><a href=\"/register#register-email\">E-mail address: </a>");
        answer.Body.ShouldContain("<p class=\"error\" id=\"register-email-error\">This is not an e-mail address.</p>");
        answer.Body.ShouldContain("aria-describedby=\"register-email-error\"");
        answer.Body.ShouldNotContain("register-familyName-error");
        answer.Body.ShouldContain("value=\"Minta\"");
        answer.Body.ShouldNotContain("a password of mine");
    }

    [Fact]
    [Rule("register-spam-hint")]
    public async Task Whoever_has_registered_is_told_to_look_into_the_spam_folder()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        (await portal.Visit().GetAsync("/register/sent")).Body.ShouldContain("spam folder");
    }

    [Fact]
    [Rule("transfer-own-use")]
    public async Task A_device_is_taken_over_on_its_page_and_a_mistake_is_shown_there()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        PortalClient bela = await portal.JoinAsync("bela@example.com", "+36205550102");
        await anna.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true });
        await anna.PostAsync($"/api/devices/{TestPortal.Domestic}/offer", new { newOwnerEmail = "bela@example.com" });
        PageVisitor page = new(bela);
        string action = $"/devices/{TestPortal.Domestic}/accept";
        await page.OpenAsync("/devices");
        (await page.SubmitAsync(action)).Body.ShouldContain("Please declare that you use the device yourself.");
        (await page.SubmitAsync(action, ("ownUse", "true"))).Headers["Location"].ShouldBe("/devices?done=registered");
    }

    [Fact]
    [Rule("videos-registered")]
    public async Task Usage_videos_are_for_owners_of_registered_devices()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        (await portal.Visit().GetAsync("/support")).Body.ShouldNotContain("First use");
        (await portal.Visit().GetAsync("/api/support/tips")).Body.ShouldNotContain("first-use");
        (await anna.GetAsync($"/api/devices/{TestPortal.Domestic}/videos")).Problem.ShouldBe("not-your-device");
        await anna.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true });
        await anna.PostAsync($"/api/devices/{TestPortal.Domestic}/videos/first-use");
        PortalClient.Answer videos = await anna.GetAsync($"/api/devices/{TestPortal.Domestic}/videos");
        videos.Json.EnumerateArray().Select(video => video.GetProperty("id").GetString()).ShouldBe(["first-use", "cleaning", "two-uses"], ignoreOrder: true);
        videos.Json.EnumerateArray().Count(video => video.GetProperty("watchedAt").ValueKind != System.Text.Json.JsonValueKind.Null).ShouldBe(1);
    }
}
