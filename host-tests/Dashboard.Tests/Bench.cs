using IqosDevice.Cli.Tests;
using IqosDevice.Cli.Tests.Running;
using Microsoft.Playwright;

namespace IqosDevice.Dashboard.Tests;

/// <summary>A run, a browser, and its page open on it.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly Chromium chromium;
    private readonly TemporaryFolder state;
    private readonly RunningEmulator emulator;

    private Bench(Chromium chromium, TemporaryFolder state, RunningEmulator emulator, IPage page)
    {
        this.chromium = chromium;
        this.state = state;
        this.emulator = emulator;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>The state of the firmware, as the page shows it.</summary>
    public ILocator State => Page.Locator("#state");

    public ILocator Next => Page.Locator("#next");

    public static async Task<Bench> OpenAsync(
        string speed = "20", int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        Chromium browser = await Chromium.StartAsync();
        var folder = new TemporaryFolder();
        RunningEmulator run = await RunningEmulator.StartAsync(folder, "--http", "0", "--speed", speed);
        IPage page = await browser.OpenAsync(run.PageAddress, width, height, scheme);
        await Assertions.Expect(page.Locator("#unit-name")).ToHaveTextAsync("IQOS ILUMA i");
        return new Bench(browser, folder, run, page);
    }

    /// <summary>An app at the other end of the pipe.</summary>
    public Task<PipeClient> ConnectAppAsync() => PipeClient.ConnectAsync(state.File("holder.sock"));

    public Task ExpectStateAsync(string name) => Assertions.Expect(State).ToHaveAttributeAsync("data-state", name);

    /// <summary>Inserts a stick and starts, up to the first moment of the session.</summary>
    public async Task StartSessionAsync()
    {
        await Next.GetByText("Insert a stick").ClickAsync();
        await Next.GetByText("Hold the button").ClickAsync();
        await ExpectStateAsync("Session");
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await emulator.DisposeAsync();
        state.Dispose();
    }
}
