namespace IqosDevice.Portal.Tests.Pages;

/// <summary>What a screen reader needs of every page, plain and marked: unique ids, labels that are tied, references that lead somewhere.</summary>
public sealed class MarkupTests
{
    private static readonly string[] Fields = ["input", "select", "textarea"];
    private static readonly string[] References = ["for", "aria-describedby", "aria-labelledby"];

    [Fact]
    [Rule("pages-labels")]
    public async Task Every_page_has_unique_ids_and_every_field_a_label()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        foreach ((PortalClient client, string path) in await EveryPage.ListAsync(portal))
        {
            PageVisitor page = new(client);
            await page.OpenAsync(path);
            Check(page.Body, path);
        }
    }

    // Each form of each page comes back once, sent as it stands: most of them with everything wrong that can be.
    [Fact]
    [Rule("pages-labels", "pages-summary")]
    public async Task A_form_that_comes_back_is_as_sound_and_its_summary_leads_to_its_fields()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        int marked = 0;
        foreach ((PortalClient client, string path) in await EveryPage.ListAsync(portal))
        {
            PageVisitor page = new(client);
            await page.OpenAsync(path);
            string[] actions = [.. PageMarkup.Tags(page.Body, "form").Where(form => form["method"] == "post").Select(form => form["action"])];
            foreach (string action in actions.Except(["/language", "/sign-out", "/profile/club", "/profile/sessions/end"]).Where(action => !IsButtonAlone(action)))
            {
                await page.OpenAsync(path);
                await page.SubmitAsync(action);
                Check(page.Body, action);
                marked += CheckSummary(page.Body, action);
            }
        }

        marked.ShouldBeGreaterThan(30);
    }

    [Fact]
    [Rule("pages-summary")]
    public async Task Two_mistakes_in_one_field_are_one_text_that_describes_it_beside_its_hint()
    {
        await using TestPortal portal = await TestPortal.StartAsync();
        PageVisitor page = new(portal.Visit());
        await page.OpenAsync("/register");
        await page.SubmitAsync("/register", ("password", "aaaa"));
        page.Body.ShouldContain("<p class=\"error\" id=\"register-password-error\">A password has 12 characters or more. This password is among the first");
        page.Body.ShouldContain("aria-describedby=\"register-password-error register-password-hint\"");
        page.Body.ShouldContain("<title>Error: Register");
        Check(page.Body, "/register");
    }

    private static void Check(string body, string path)
    {
        IReadOnlyList<string> ids = PageMarkup.ValuesOf(body, "id");
        ids.ShouldBeUnique(path);
        References.SelectMany(reference => PageMarkup.ValuesOf(body, reference)).SelectMany(value => value.Split(' ')).Except(ids).ShouldBeEmpty(path);
        IReadOnlyList<string> labelled = PageMarkup.ValuesOf(body, "for");
        labelled.ShouldBeUnique(path);
        foreach (IReadOnlyDictionary<string, string> field in Fields.SelectMany(name => PageMarkup.Tags(body, name)).Where(field => field.GetValueOrDefault("type") != "hidden"))
        {
            labelled.ShouldContain(field["id"], path);
            field["id"].ShouldEndWith("-" + field["name"], Case.Sensitive, path);
        }

        IReadOnlyList<IReadOnlyDictionary<string, string>> forms = PageMarkup.Tags(body, "form");
        forms.ShouldAllBe(form => form.ContainsKey("id"), path);
        forms.Select(form => form["aria-label"]).ShouldBeUnique(path);
    }

    private static int CheckSummary(string body, string action)
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> links = [.. PageMarkup.Tags(body, "a").Where(link => link["href"].StartsWith(action + "#", StringComparison.Ordinal))];
        IReadOnlyList<string> ids = PageMarkup.ValuesOf(body, "id");
        links.Select(link => link["href"].Split('#')[1]).Except(ids).ShouldBeEmpty(action);
        PageMarkup.ValuesOf(body, "aria-invalid").Count.ShouldBe(links.Select(link => link["href"]).Distinct().Count(), action);
        PageMarkup.Tags(body, "div").Where(div => div.GetValueOrDefault("role") == "alert").ShouldHaveSingleItem(action).ContainsKey("autofocus").ShouldBeTrue(action);
        return links.Count;
    }

    // What has no field and simply works.
    private static bool IsButtonAlone(string action) => action is "/profile/mobile" || action.EndsWith("/take-back", StringComparison.Ordinal)
        || action.Contains("/videos/", StringComparison.Ordinal) || action is "/sign-in/code";
}
