using Microsoft.Playwright;

namespace IqosDevice.Portal.Tests.Pages;

/// <summary>Chromium, as the pages are looked at.</summary>
internal static class Browsers
{
    private static readonly string[] Flags =
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Starts it; skips the test where there is none and none is required.</summary>
    public static Task<IBrowser> StartAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Require(), Args = Flags });

    public static async Task<IPage> OpenAsync(IBrowser browser, string locale, int width = 390, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 844 },
            Locale = locale,
            ColorScheme = scheme,
            JavaScriptEnabled = script,
        });
        return await context.NewPageAsync();
    }

    /// <summary>Takes a picture of the whole page, for people to look at after the tests.</summary>
    public static Task<byte[]> ShootAsync(IPage page, string name) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = RepositoryPath.Of(Path.Combine("artifacts", "portal", name + ".png")),
        FullPage = true,
    });

    private static string Require()
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
