using System.Collections.Concurrent;
using IqosDevice.Cli.Tests.Running;
using Microsoft.Playwright;

namespace IqosDevice.Dashboard.Tests;

public sealed class FaultsAndTrafficTests
{
    private const string ScpControlPoint = "e16c6e20-b041-11e4-a4c3-0002a5d5c51b";

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task A_fault_is_injected_and_seen_with_what_the_manual_says()
    {
        await using Bench bench = await Bench.OpenAsync();
        await bench.StartSessionAsync();

        await bench.Page.GetByRole(AriaRole.Tab, new() { Name = "Faults" }).ClickAsync();
        await bench.Page.GetByLabel("Find a fault").FillAsync("second-sensor.off");
        await bench.Page.Locator("[data-fault='second-sensor.off']").GetByText("Inject").ClickAsync();

        await bench.ExpectStateAsync("Error");
        await Assertions.Expect(bench.Page.Locator("#fault")).ToContainTextAsync("hold the button 10 s to reset");
        await Assertions.Expect(bench.Page.Locator(".active-faults")).ToContainTextAsync("second-sensor.off");
        await Screenshots.TakeAsync(bench.Page, "fault");
        await bench.Page.GetByText("Put everything right").ClickAsync();
        await Assertions.Expect(bench.Page.Locator(".active-faults")).ToContainTextAsync("Nothing is broken");
    }

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task A_wrong_checksum_is_red_and_the_right_one_stands_beside_it()
    {
        await using Bench bench = await Bench.OpenAsync();
        await using PipeClient app = await bench.ConnectAppAsync();
        ushort control = await app.FindAsync(ScpControlPoint);
        await app.SubscribeAsync(control);

        await app.WriteAsync(control, Convert.FromHexString("00C90724040000006C"));
        await app.WriteAsync(control, Convert.FromHexString("00D2452203000000" + "0A"));

        ILocator wrong = bench.Page.Locator(".traffic li.wrong");
        await Assertions.Expect(wrong.Locator(".problem")).ToHaveTextAsync("CRC8 0A, expected 61");
        await Assertions.Expect(bench.Page.Locator("#link")).ToContainTextAsync("client connected");
        await wrong.Locator("summary").ClickAsync();
        await Assertions.Expect(wrong.Locator(".fields tr.wrong")).ToContainTextAsync("wrong, expected 61");
        await Screenshots.TakeAsync(bench.Page, "traffic");
    }

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task The_page_asks_nobody_else_for_anything_and_has_no_error()
    {
        await using Chromium chromium = await Chromium.StartAsync();
        using var state = new Cli.Tests.TemporaryFolder();
        await using RunningEmulator emulator = await RunningEmulator.StartAsync(state, "--http", "0", "--speed", "20");
        var asked = new ConcurrentBag<string>();
        var errors = new ConcurrentBag<string>();
        IPage page = await chromium.OpenAsync("about:blank");
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => { if (message.Type == "error") { errors.Add(message.Text); } };
        page.PageError += (_, error) => errors.Add(error);

        await page.GotoAsync(emulator.PageAddress);
        await Assertions.Expect(page.Locator("#unit-name")).ToHaveTextAsync("IQOS ILUMA i");
        foreach (string tab in new[] { "Log", "Event log", "Settings", "Faults", "Traffic" })
        {
            await page.GetByRole(AriaRole.Tab, new() { Name = tab, Exact = true }).ClickAsync();
        }

        await page.Locator("#theme").ClickAsync();
        string origin = new Uri(emulator.PageAddress).GetLeftPart(UriPartial.Authority);
        asked.ShouldAllBe(url => url.StartsWith(origin, StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal));
        errors.ShouldBeEmpty();
    }

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task Trace_capture_and_recording_are_downloaded()
    {
        await using Bench bench = await Bench.OpenAsync();

        (await DownloadAsync(bench.Page, "Trace (CSV)")).ShouldStartWith("seconds,state,heaterCelsius");
        (await DownloadAsync(bench.Page, "Capture (btsnoop)")).ShouldStartWith("btsnoop\0");
        (await DownloadAsync(bench.Page, "Recording (JSONL)")).ShouldContain("iqos-emulator recording");
    }

    private static async Task<string> DownloadAsync(IPage page, string link)
    {
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByText(link).ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }
}
