using Microsoft.Playwright;

namespace IqosDevice.Dashboard.Tests;

/// <summary>Pictures of the page, kept in <c>artifacts/dashboard</c> for people to look at.</summary>
internal static class Screenshots
{
    public static Task TakeAsync(IPage page, string name, bool wholePage = false) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(RepositoryRoot(), "artifacts", "dashboard", name + ".png"),
        FullPage = wholePage,
    });

    private static string RepositoryRoot([System.Runtime.CompilerServices.CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", ".."));
}
