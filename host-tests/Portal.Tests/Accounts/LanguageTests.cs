using IqosDevice.Portal.Common;
using IqosDevice.Portal.Web;
using Microsoft.AspNetCore.Http;

namespace IqosDevice.Portal.Tests.Accounts;

public sealed class LanguageTests
{
    private const string Email = "anna@example.com";

    [Theory]
    [InlineData("hu-HU,hu;q=0.9,en;q=0.8", Language.Hungarian)]
    [InlineData("en-GB,hu;q=0.9", Language.English)]
    [InlineData("de-AT,de;q=0.9,hu;q=0.8,en;q=0.5", Language.Hungarian)]
    [InlineData("en;q=0.3,hu;q=0.7", Language.Hungarian)]
    [InlineData("hu;q=0,en", Language.English)]
    [InlineData("fr", Language.English)]
    [InlineData("hundred", Language.English)]
    [InlineData("", Language.English)]
    [InlineData(";;;=", Language.English)]
    [Rule("language-browser")]
    public void A_browser_is_answered_in_the_language_that_it_likes_best_of_the_two(string asked, Language language)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = asked;
        Languages.Of(http).ShouldBe(language);
    }

    [Fact]
    [Rule("language-register")]
    public async Task Whoever_registers_through_the_api_is_written_to_in_the_language_of_the_request()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient visitor = portal.Visit();
        visitor.Language = "hu-HU";
        await visitor.PostAsync("/api/accounts", People.Form(Email, "+36205550101"));
        (await portal.ReadMessageAsync(Email, "confirm-email")).GetProperty("subject").GetString().ShouldBe("Kérjük, erősítsd meg az e-mail-címed");
    }

    [Fact]
    [Rule("language-choice")]
    public async Task A_language_that_is_chosen_stays_on_the_profile_and_the_page_that_was_open_stays_open()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PortalClient anna = await portal.JoinAsync();
        PageVisitor page = new(anna);
        await page.OpenAsync("/warranty?code=" + TestPortal.Domestic);
        (await page.SubmitAsync("/language", ("language", "hu"))).Headers["Location"].ShouldBe("/warranty?code=" + TestPortal.Domestic);
        (await anna.GetAsync("/api/profile")).Text("language").ShouldBe("hungarian");
        (await (await portal.SignInAsync(Email)).GetAsync("/profile")).Body.ShouldContain("<html lang=\"hu\">");

        // Of a form that came back, where the form was.
        await page.OpenAsync("/devices/add");
        await page.SubmitAsync("/devices/add", ("code", ""));
        await page.SubmitAsync("/devices/add", ("code", ""));
        (await page.SubmitAsync("/language", ("language", "en"))).Headers["Location"].ShouldBe("/devices/add");
        (await anna.PutAsync("/api/profile/language", new { language = "hungarian" })).Status.ShouldBe(System.Net.HttpStatusCode.NoContent);
        (await anna.PutAsync("/api/profile/language", new { language = 7 })).ProblemsOf("language").ShouldBe(["not-a-choice"]);
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [Rule("security-redirect")]
    public async Task Choosing_a_language_leads_nowhere_else(string to)
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PageVisitor page = new(portal.Visit());
        await page.OpenAsync("/");
        (await page.SubmitAsync("/language", ("language", "hu"), ("return", to))).Headers["Location"].ShouldBe("/");
    }
}
