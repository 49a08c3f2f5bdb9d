using Microsoft.Playwright;

namespace IqosDevice.Dashboard.Tests;

/// <summary>
/// The browser of this machine. A test that needs it is skipped where there is none, and fails there where
/// IQOS_REQUIRED_TOOLS names chromium.
/// </summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Name = "chromium";

    private static readonly string[] Flags =
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static async Task<Chromium> StartAsync()
    {
        string? path = FindPath();
        if (path is null && (Environment.GetEnvironmentVariable("IQOS_REQUIRED_TOOLS") ?? string.Empty).Split(' ').Contains(Name))
        {
            Assert.Fail($"{Name} is required here and not installed.");
        }

        Assert.SkipWhen(path is null, $"{Name} is not installed.");
        IPlaywright driver = await Playwright.CreateAsync();
        IBrowser launched = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Flags });
        return new Chromium(driver, launched);
    }

    /// <summary>A window of its own, with nothing remembered.</summary>
    public async Task<IPage> OpenAsync(string address, int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
        });
        context.SetDefaultTimeout(30_000);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static string? FindPath() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, "chromium"), Path.Combine(folder, "chromium-browser") })
        .FirstOrDefault(File.Exists);
}
