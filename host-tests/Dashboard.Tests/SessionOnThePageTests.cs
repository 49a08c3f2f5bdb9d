using IqosDevice.Cli.Tests;
using IqosDevice.Cli.Tests.Running;
using Microsoft.Playwright;

namespace IqosDevice.Dashboard.Tests;

public sealed class SessionOnThePageTests
{
    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task A_newcomer_runs_a_whole_session_at_20_times_speed_by_the_next_button_alone()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        using var state = new TemporaryFolder();
        await using RunningEmulator emulator = await RunningEmulator.StartAsync(state, "--http", "0", "--speed", "20");
        IPage page = await chromium.OpenAsync(emulator.PageAddress);
        ILocator next = page.Locator("#next");
        ILocator holderState = page.Locator("#state");

        await next.GetByText("Insert a stick").ClickAsync();
        await next.GetByText("Hold the button").ClickAsync();
        await Assertions.Expect(holderState).ToHaveAttributeAsync("data-state", "Preheat");
        await Assertions.Expect(holderState).ToHaveAttributeAsync("data-state", "Session");
        await next.GetByText("Take a puff").ClickAsync();
        await Assertions.Expect(page.Locator("#pips .taken")).ToHaveCountAsync(1);
        await Screenshots.TakeAsync(page, "session-light");

        await page.GetByTitle("Start or stop a session").ClickAsync();
        await Assertions.Expect(page.Locator("#session-text")).ToContainTextAsync("Last session: 1 puffs, ended by user");
    }
}
