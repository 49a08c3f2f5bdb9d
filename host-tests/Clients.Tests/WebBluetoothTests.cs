using System.Text.Json;

namespace IqosDevice.Clients.Tests;

public sealed class WebBluetoothTests
{
    private const int TimeoutMs = 180_000;

    [Fact(Timeout = TimeoutMs)]
    public async Task Every_one_of_500_notifications_arrives_while_the_page_reads()
    {
        InstalledClient.Chromium.Require();
        await using EmulatorProcess emulator = await EmulatorProcess.StartAsync("--speed", "20");
        await using ChromiumPage page = await ChromiumPage.OpenAsync(emulator);

        JsonElement counted = await page.EvaluateAsync("count(500)");

        counted.GetProperty("received").GetInt32().ShouldBe(500);
        counted.GetProperty("reads").GetInt32().ShouldBeGreaterThan(100);
    }
}
