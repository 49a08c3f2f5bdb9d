using Microsoft.Playwright;

namespace IqosDevice.Portal.Tests.Journeys;

/// <summary>Registers a device as a person does: in a browser on a phone, by keyboard, on the Hungarian page.</summary>
internal static class Registering
{
    private static readonly string[] Flags =
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    public static async Task InBrowserAsync(string address, string email, string password, string code)
    {
        string path = RequireChromium();
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Flags });
        foreach (string locale in new[] { "hu-HU", "en-GB" })
        {
            await LookAsync(browser, address, locale);
        }

        IPage page = await OpenAsync(browser, "hu-HU");
        await page.GotoAsync(address + "/devices/add");
        await page.Locator("#sign-in-name").FocusAsync();
        await page.Keyboard.TypeAsync(email);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/devices/add");
        await page.Locator("#devices-add-code").FocusAsync();
        await page.Keyboard.TypeAsync(code);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/devices?done=registered");
        (await page.Locator("main").InnerTextAsync()).ShouldContain(code);
        await ShootAsync(page, "devices-hu");
        await page.GotoAsync($"{address}/devices/{code}");
        await ShootAsync(page, "device-hu");
        await page.GotoAsync(address + "/profile");
        await ShootAsync(page, "profile-hu");
    }

    /// <summary>Every public page fits a phone and asks nobody else for anything.</summary>
    private static async Task LookAsync(IBrowser browser, string address, string locale)
    {
        IPage page = await OpenAsync(browser, locale);
        List<string> elsewhere = [];
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal))
            {
                elsewhere.Add(request.Url);
            }
        };
        foreach (string path in new[] { "/", "/register", "/sign-in", "/forgotten", "/support", "/warranty", "/privacy", "/outbox" })
        {
            await page.GotoAsync(address + path);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390, path);
            (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(locale[..2]);
            (await page.Locator("h1").CountAsync()).ShouldBe(1, path);
            (await page.Locator("input:not([type=hidden])").EvaluateAllAsync<int>("all => all.filter(one => one.labels.length === 0).length")).ShouldBe(0, path);
            await ShootAsync(page, (path.Length > 1 ? path[1..] : "home") + "-" + locale[..2]);
        }

        await page.GotoAsync(address + "/register");
        await page.Locator("main button").ClickAsync();
        (await page.Locator("[aria-invalid=true]").CountAsync()).ShouldBe(11);
        (await page.Locator("[role=alert] li").CountAsync()).ShouldBe(11);
        await ShootAsync(page, "register-marked-" + locale[..2]);
        elsewhere.ShouldBeEmpty();
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, string locale)
    {
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 390, Height = 844 },
            Locale = locale,
            JavaScriptEnabled = true,
        });
        return await context.NewPageAsync();
    }

    private static Task<byte[]> ShootAsync(IPage page, string name) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = RepositoryPath.Of(Path.Combine("artifacts", "portal", name + ".png")),
        FullPage = true,
    });

    private static string RequireChromium()
    {
        const string name = "chromium";
        string? path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, "chromium-browser") }).FirstOrDefault(File.Exists);
        if (path is null && (Environment.GetEnvironmentVariable("IQOS_REQUIRED_TOOLS") ?? string.Empty).Split(' ').Contains(name))
        {
            Assert.Fail($"{name} is required here and not installed.");
        }

        Assert.SkipWhen(path is null, $"{name} is not installed.");
        return path!;
    }
}
