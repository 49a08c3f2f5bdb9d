using IqosDevice.Portal.Common;
using IqosDevice.Portal.Devices;
using IqosDevice.Portal.Support;

namespace IqosDevice.Portal.Tests.Pages;

/// <summary>Every page in both languages: whatever reads the same in both is data, or was forgotten.</summary>
public sealed class BothLanguagesTests
{
    [Fact]
    [Rule("language-complete")]
    public async Task No_page_shows_a_text_of_the_other_language()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        HashSet<string> data = Data();
        foreach ((PortalClient client, string path) in await EveryPage.ListAsync(portal))
        {
            IReadOnlySet<string> english = await ReadAsync(client, path, "en");
            IReadOnlySet<string> hungarian = await ReadAsync(client, path, "hu");
            english.Count.ShouldBeGreaterThan(8, path);
            english.Intersect(hungarian).Where(text => !IsData(text, data)).ShouldBeEmpty(path);
        }
    }

    [Fact]
    [Rule("language-complete")]
    public async Task What_is_wrong_with_a_form_is_said_in_the_language_of_the_page()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        IReadOnlySet<string> english = await SubmitEmptyAsync(portal, "en");
        IReadOnlySet<string> hungarian = await SubmitEmptyAsync(portal, "hu");
        HashSet<string> data = Data();
        english.Intersect(hungarian).Where(text => !IsData(text, data)).ShouldBeEmpty();
        hungarian.ShouldContain("Kérjük, töltsd ki ezt a mezőt.");
    }

    [Fact]
    [Rule("language-complete")]
    public void Every_wording_has_both_languages_and_they_differ()
    {
        foreach (Wording wording in ProblemCatalogue.All.Values.Select(problem => problem.Wording).Concat(
            [.. new SupportContent().Faq.SelectMany(category => category.Entries).SelectMany(entry => new[] { entry.Question, entry.ShortAnswer, entry.FullAnswer })]))
        {
            wording.English.ShouldNotBeNullOrWhiteSpace();
            wording.Hungarian.ShouldNotBeNullOrWhiteSpace(wording.English);
            wording.Hungarian.ShouldNotBe(wording.English);
        }
    }

    private static async Task<IReadOnlySet<string>> ReadAsync(PortalClient client, string path, string language)
    {
        PageVisitor page = new(client);
        await page.OpenAsync("/");
        await page.SubmitAsync("/language", ("language", language));
        await page.OpenAsync(path);
        page.Body.ShouldContain($"<html lang=\"{language}\">", Case.Sensitive, path);
        return PageText.Of(page.Body);
    }

    private static async Task<IReadOnlySet<string>> SubmitEmptyAsync(TestPortal portal, string language)
    {
        PortalClient visitor = portal.Visit();
        visitor.Language = language;
        PageVisitor page = new(visitor);
        await page.OpenAsync("/register");
        await page.SubmitAsync("/register");
        return PageText.Of(page.Body);
    }

    private static HashSet<string> Data()
    {
        var content = new SupportContent();
        return
        [
            // The languages call themselves what they call themselves; some words are the same in both.
            "English", "Magyar", "E-mail", "Belgium", "Liechtenstein",
            "anna@example.com", "bela@example.com", "Anna Minta", "Minta Anna", "clerk@portal.example",
            .. content.Contacts.Select(way => way.Address), .. DeviceModels.Served,
            .. content.Shops.SelectMany(shop => new[] { shop.Name, $", {shop.Town}, {shop.Address}", $"{shop.Town}, {shop.Name}", string.Join(", ", shop.Models) }),
            .. content.Tips.Select(tip => string.Join(", ", tip.Models)),
        ];
    }

    private static bool IsData(string text, HashSet<string> data) =>
        data.Contains(text.Trim('·', ' ')) || DeviceCodes.TryParse(text.Trim('–', ' '), out _);
}
