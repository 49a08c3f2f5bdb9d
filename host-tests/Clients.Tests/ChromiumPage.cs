using System.Net;
using System.Text.Json;
using Microsoft.Playwright;

namespace IqosDevice.Clients.Tests;

/// <summary>Chromium with the test page holder.html, and somebody who picks the first device of every prompt.</summary>
internal sealed class ChromiumPage : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--enable-features=WebBluetooth",
    ];

    private readonly HttpListener server;
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly IPage page;

    private ChromiumPage(HttpListener server, IPlaywright playwright, IBrowser browser, IPage page)
    {
        this.server = server;
        this.playwright = playwright;
        this.browser = browser;
        this.page = page;
    }

    public static async Task<ChromiumPage> OpenAsync(EmulatorProcess emulator)
    {
        (HttpListener listener, string address) = Serve();
        IPlaywright driver = await Playwright.CreateAsync();
        IBrowser chromium = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = InstalledClient.Chromium.Program,
            Headless = false,
            Args = Flags,
            Env = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
                .Select(pair => KeyValuePair.Create((string)pair.Key, (string)pair.Value!))
                .Append(KeyValuePair.Create(emulator.BusVariable.Name, emulator.BusVariable.Value)),
        });
        IPage tab = await chromium.NewPageAsync();
        await tab.GotoAsync(address);
        ICDPSession session = await tab.Context.NewCDPSessionAsync(tab);
        await PickFirstDevicesAsync(session);
        return new ChromiumPage(listener, driver, chromium, tab);
    }

    /// <summary>Runs an expression when a person clicks, as choosing a device demands, and gives what its promise becomes.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        await page.EvaluateAsync($"() => {{ document.getElementById('run').onclick = () => {{ window.result = {expression} }} }}");
        await page.ClickAsync("#run");
        return (await page.EvaluateAsync("() => window.result"))!.Value;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        server.Close();
    }

    /// <summary>A prompt is answered once; another answer to the same one would be too many.</summary>
    private static async Task PickFirstDevicesAsync(ICDPSession session)
    {
        string answered = string.Empty;
        session.Event("DeviceAccess.deviceRequestPrompted").OnEvent += (_, prompt) =>
        {
            string id = prompt!.Value.GetProperty("id").GetString()!;
            JsonElement devices = prompt.Value.GetProperty("devices");
            if (devices.GetArrayLength() == 0 || id == answered)
            {
                return;
            }

            answered = id;
            _ = session.SendAsync("DeviceAccess.selectPrompt", new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["id"] = id,
                ["deviceId"] = devices[0].GetProperty("id").GetString()!,
            });
        };
        await session.SendAsync("DeviceAccess.enable");
    }

    /// <summary>Serves the page on a free port of localhost, where Web Bluetooth is allowed.</summary>
    private static (HttpListener Server, string Address) Serve()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        int port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        string address = $"http://localhost:{port}/";
        var listener = new HttpListener();
        listener.Prefixes.Add(address);
        listener.Start();
        _ = AnswerAsync(listener);
        return (listener, address);
    }

    private static async Task AnswerAsync(HttpListener listener)
    {
        byte[] content = await File.ReadAllBytesAsync(InstalledClient.ScriptPath("holder.html"));
        while (listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await listener.GetContextAsync();
                context.Response.ContentType = "text/html; charset=utf-8";
                context.Response.Close(content, willBlock: false);
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
