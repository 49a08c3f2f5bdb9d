using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using IqosDevice.Portal.Devices;
using IqosDevice.Portal.Tests.Journeys;
using Microsoft.Playwright;

namespace IqosDevice.Portal.Tests.Pages;

/// <summary>Every page in a browser: nothing keeps anybody out, it fits a phone and a desk, light and dark, and asks nobody else for anything.</summary>
public sealed class BrowserTests
{
    private const string Email = "anna@example.com";
    private const string Code = "HDOMESTIC00001";
    private const string Controls = "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')]";
    private const int Phone = 390;
    private const int Desk = 1280;

    private static readonly string[] Public = ["/", "/register", "/sign-in", "/forgotten", "/support", "/warranty", "/privacy", "/outbox"];
    private static readonly string[] Own = ["/devices", "/devices/add", "/devices/" + Code, "/profile"];

    [Theory]
    [InlineData("hu-HU", Phone, ColorScheme.Light)]
    [InlineData("en-GB", Phone, ColorScheme.Dark)]
    [InlineData("en-GB", Desk, ColorScheme.Light)]
    [InlineData("hu-HU", Desk, ColorScheme.Dark)]
    [Rule("pages-accessible")]
    public async Task Every_page_is_for_everybody(string locale, int width, ColorScheme scheme)
    {
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await Browsers.StartAsync(playwright);
        await using var world = await JourneyWorld.StartAsync([new ManufacturedDevice(Code, "ILUMA i", new DateOnly(2026, 1, 1), "HU")]);
        PortalClient anna = await world.JoinAsync(Email, "+36205550101", locale[..2]);
        (await anna.PostAsync("/api/devices", new { code = Code, ownUse = true })).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        IPage page = await Browsers.OpenAsync(browser, locale, width, scheme);
        List<string> elsewhere = [];
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(world.Address, StringComparison.Ordinal))
            {
                elsewhere.Add(request.Url);
            }
        };
        string look = $"{locale[..2]}-{(width == Phone ? "phone" : "desk")}-{scheme.ToString().ToLowerInvariant()}";
        foreach (string path in Public)
        {
            await LookAsync(page, world.Address, path, locale, width, look);
        }

        await page.GotoAsync(world.Address + "/register");
        await page.Locator("main button").ClickAsync();
        (await page.Locator("[aria-invalid=true]").CountAsync()).ShouldBe(11);
        (await page.Locator("[role=alert] li").CountAsync()).ShouldBe(11);
        await CheckAsync(page, "/register, marked", locale, width);
        await Browsers.ShootAsync(page, $"register-marked-{look}");

        await SignInAsync(page, world.Address);
        foreach (string path in Own)
        {
            await LookAsync(page, world.Address, path, locale, width, look);
        }

        elsewhere.ShouldBeEmpty();
    }

    [Fact]
    [Rule("pages-keyboard")]
    public async Task The_first_key_leads_past_the_navigation_and_the_summary_leads_to_the_field()
    {
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await Browsers.StartAsync(playwright);
        await using var world = await JourneyWorld.StartAsync([]);
        IPage page = await Browsers.OpenAsync(browser, "en-GB");
        await page.GotoAsync(world.Address + "/register");
        await page.Keyboard.PressAsync("Tab");
        await page.Locator("a.skip:focus").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Locator("#register-familyName:focus").WaitForAsync();
        await page.Locator("main button").PressAsync("Enter");
        await page.Locator("[role=alert] a").First.PressAsync("Enter");
        await page.Locator("#register-familyName:focus").WaitForAsync();
    }

    [Theory]
    [InlineData("/register")]
    [InlineData("/sign-in")]
    [InlineData("/support")]
    [InlineData("/profile")]
    [InlineData("/devices/" + Code)]
    [Rule("pages-focus")]
    public async Task Every_control_is_reached_by_the_tab_key_in_the_order_of_the_page_and_shows_that_it_is_there(string path)
    {
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await Browsers.StartAsync(playwright);
        await using var world = await JourneyWorld.StartAsync([new ManufacturedDevice(Code, "ILUMA i", new DateOnly(2026, 1, 1), "HU")]);
        PortalClient anna = await world.JoinAsync(Email, "+36205550101", "en");
        await anna.PostAsync("/api/devices", new { code = Code, ownUse = true });
        IPage page = await Browsers.OpenAsync(browser, "en-GB");
        await SignInAsync(page, world.Address);
        await page.GotoAsync(world.Address + path);
        int controls = await page.EvaluateAsync<int>(Controls + ".length");
        for (int number = 0; number < controls; number++)
        {
            await page.Keyboard.PressAsync("Tab");
            (await page.EvaluateAsync<int>(Controls + ".indexOf(document.activeElement)")).ShouldBe(number, path);
            (await page.EvaluateAsync<bool>("(style => style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2)(getComputedStyle(document.activeElement))"))
                .ShouldBeTrue($"{path}: control {number}");
        }
    }

    [Fact]
    [Rule("pages-summary")]
    public async Task A_form_that_comes_back_begins_at_its_summary()
    {
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await Browsers.StartAsync(playwright);
        await using var world = await JourneyWorld.StartAsync([]);
        IPage page = await Browsers.OpenAsync(browser, "en-GB");
        await page.GotoAsync(world.Address + "/forgotten");
        await page.Locator("#forgotten-mobile").FillAsync("anna@example.com");
        await page.Locator("#forgotten-mobile").PressAsync("Enter");
        await page.Locator("#forgotten-problems:focus").WaitForAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#forgotten-mobile:focus").WaitForAsync();
    }

    private static async Task SignInAsync(IPage page, string address)
    {
        await page.GotoAsync(address + "/sign-in?return=/devices");
        await page.Locator("#sign-in-name").FillAsync(Email);
        await page.Locator("#sign-in-password").FillAsync(People.Password);
        await page.Locator("#sign-in-password").PressAsync("Enter");
        await page.WaitForURLAsync("**/devices");
    }

    private static async Task LookAsync(IPage page, string address, string path, string locale, int width, string look)
    {
        await page.GotoAsync(address + path);
        await CheckAsync(page, path, locale, width);
        string name = path == "/" ? "home" : path[1..].Replace(Code, "own", StringComparison.Ordinal).Replace('/', '-');
        await Browsers.ShootAsync(page, $"{name}-{look}");
    }

    private static async Task CheckAsync(IPage page, string path, string locale, int width)
    {
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, path);
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(locale[..2], path);
        AxeResult result = await page.RunAxe();
        result.Violations.Select(violation => $"{path}: {violation.Id} at {violation.Nodes[0].Html}").ShouldBeEmpty();
    }
}
