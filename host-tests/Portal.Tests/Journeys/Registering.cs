using IqosDevice.Portal.Tests.Pages;
using Microsoft.Playwright;

namespace IqosDevice.Portal.Tests.Journeys;

/// <summary>Registers a device as a person does: in a browser on a phone, by keyboard, on the Hungarian page, without script.</summary>
internal static class Registering
{
    public static async Task InBrowserAsync(string address, string email, string password, string code)
    {
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await Browsers.StartAsync(playwright);
        IPage page = await Browsers.OpenAsync(browser, "hu-HU", script: false);
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
    }
}
