using System.Text.RegularExpressions;
using IqosDevice.Cli.Tests.Running;
using Microsoft.Playwright;

namespace IqosDevice.Dashboard.Tests;

public sealed partial class SessionOnThePageTests
{
    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task A_newcomer_runs_a_whole_session_at_20_times_speed_by_the_next_button_alone()
    {
        await using Bench bench = await Bench.OpenAsync(speed: "1");

        await bench.Next.GetByText("Insert a stick").ClickAsync();
        await bench.Next.GetByText("Hold the button").ClickAsync();
        await bench.Next.GetByText("Go 20× faster").ClickAsync();
        await bench.ExpectStateAsync("Session");
        await bench.Next.GetByText("Take a puff").ClickAsync();
        await Assertions.Expect(bench.Page.Locator("#pips .taken")).ToHaveCountAsync(1);
        await bench.Page.GetByLabel("Puff profile").SelectOptionAsync("natural");
        await bench.Page.GetByText("Play", new() { Exact = true }).ClickAsync();
        await bench.Page.GetByText("More", new() { Exact = true }).ClickAsync();
        ILocator advance = bench.Page.Locator("form[data-verb='advance']");
        await advance.GetByRole(AriaRole.Spinbutton).FillAsync("150");
        await advance.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(bench.Page.Locator("#pips .taken")).Not.ToHaveCountAsync(1);
        await bench.Page.GetByText("More", new() { Exact = true }).ClickAsync();
        await bench.Page.EvaluateAsync("window.scrollTo(0, 0)");
        await Screenshots.TakeAsync(bench.Page, "session-light");

        await bench.Page.GetByTitle("Start or stop a session").ClickAsync();
        await Assertions.Expect(bench.Page.Locator("#session-text")).ToContainTextAsync("ended by user");
        await bench.Next.GetByText("Take the stick out").ClickAsync();
        await Assertions.Expect(bench.Next).ToHaveTextAsync("Insert a stick");
    }

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task A_jump_in_time_leaves_a_smooth_curve_and_a_forgotten_hour_a_gap()
    {
        await using Bench bench = await Bench.OpenAsync();
        await bench.StartSessionAsync();
        ILocator chart = bench.Page.Locator("#chart-heat");

        await bench.Page.EvaluateAsync("fetch('/api/advance', { method: 'POST', body: '{\"seconds\":150}' })");

        await Assertions.Expect(chart).ToHaveAttributeAsync("data-gaps", "0");
        await Assertions.Expect(chart).ToHaveAttributeAsync("data-samples", FifteenHundredOrMore());
        await bench.Page.EvaluateAsync("fetch('/api/advance', { method: 'POST', body: '{\"seconds\":7200}' })");
        await Assertions.Expect(chart).ToHaveAttributeAsync("data-gaps", "1");
    }

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task A_session_is_run_by_the_keyboard_alone()
    {
        await using Bench bench = await Bench.OpenAsync(scheme: ColorScheme.Dark);

        await bench.Page.Keyboard.PressAsync("s");
        await Assertions.Expect(bench.Page.Locator(".holder")).ToHaveClassAsync("holder with-stick");
        await bench.Page.Keyboard.PressAsync("b");
        await bench.ExpectStateAsync("Session");
        await bench.Page.Keyboard.PressAsync("p");
        await Assertions.Expect(bench.Page.Locator("#pips .taken")).ToHaveCountAsync(1);
        await Screenshots.TakeAsync(bench.Page, "session-dark");
        await bench.Page.Keyboard.PressAsync("b");

        await Assertions.Expect(bench.Page.Locator("#session-text")).ToContainTextAsync("ended by user");
    }

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task Time_stands_still_steps_and_goes_on()
    {
        await using Bench bench = await Bench.OpenAsync();
        ILocator clock = bench.Page.Locator("#clock");

        await bench.Page.Keyboard.PressAsync(" ");
        await Assertions.Expect(bench.Page.Locator("#pause")).ToHaveTextAsync("Resume");
        string stood = await clock.InnerTextAsync();
        for (int press = 0; press < 10; press++)
        {
            await bench.Page.Locator("#step").ClickAsync();
        }

        await Assertions.Expect(clock).Not.ToHaveTextAsync(stood);
        await bench.Page.Locator("#pause").ClickAsync();
        await Assertions.Expect(bench.Page.Locator("#pause")).ToHaveTextAsync("Pause");
    }

    [Fact(Timeout = RunningEmulator.TimeoutMs)]
    public async Task The_page_fits_a_phone_and_a_session_runs_on_it()
    {
        await using Bench bench = await Bench.OpenAsync(width: 390, height: 844);

        await bench.StartSessionAsync();
        await bench.Next.GetByText("Take a puff").ClickAsync();
        await Assertions.Expect(bench.Page.Locator("#pips .taken")).ToHaveCountAsync(1);

        (await bench.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await Screenshots.TakeAsync(bench.Page, "phone", wholePage: true);
    }

    [GeneratedRegex("^(?:1[5-9]|[2-9][0-9])[0-9]{2}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FifteenHundredOrMore();
}
