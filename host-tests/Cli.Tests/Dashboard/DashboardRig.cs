using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using IqosDevice.Cli.Dashboard;
using IqosDevice.Cli.Dashboard.Access;
using IqosDevice.Cli.Dashboard.Traffic;
using IqosDevice.Emulator.Gatt;
using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Hosting;
using IqosDevice.Emulator.Recording.Runs;

namespace IqosDevice.Cli.Tests.Dashboard;

/// <summary>A holder whose time stands still, its dashboard on a free port, and a client with the token.</summary>
internal sealed class DashboardRig : IAsyncDisposable
{
    public const string Token = "the-token";

    /// <summary>A test that waits for what never comes ends after this time; none takes a tenth of it.</summary>
    public const int TimeoutMs = 60_000;

    private readonly VirtualHolder holder;
    private readonly RecordingMemory recording;
    private readonly HolderRunner runner;
    private readonly DashboardServer server;
    private readonly List<string> log = [];

    private DashboardRig(string model)
    {
        holder = VirtualHolder.Start(new HolderOptions { Model = model });
        var traffic = new TrafficLog(holder);
        recording = new RecordingMemory(holder);
        holder.Peripheral.Tap = new AttTaps(recording.Recorder, traffic);
        runner = new HolderRunner(holder.Queue) { Paused = true };
        server = new DashboardServer(
            new DashboardSubject(holder, runner, traffic, recording), new SimulationDoor(runner, runner.Completion),
            new BrowserToken(Token), log.Add);
    }

    /// <summary>With the token.</summary>
    public HttpClient Client { get; private set; } = new();

    /// <summary>Without it, and without following anybody elsewhere.</summary>
    public HttpClient Stranger { get; private set; } = new();

    public Uri Address => Client.BaseAddress!;

    /// <summary>Lines about requests that failed by a defect; there should be none.</summary>
    public IReadOnlyList<string> Log => log;

    public static async Task<DashboardRig> StartAsync(string model = "ILUMA i")
    {
        var rig = new DashboardRig(model);
        rig.runner.Start();
        await rig.server.StartAsync(HttpAddress.Default with { Port = 0 });
        rig.Client = new HttpClient { BaseAddress = new Uri(rig.server.Address) };
        rig.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        rig.Stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = rig.Client.BaseAddress,
        };
        return rig;
    }

    /// <summary>The answer to a look that must succeed.</summary>
    public async Task<JsonElement> GetAsync(string path) => await ReadAsync(await Client.GetAsync(path, Cancellation));

    /// <summary>The answer to an act that must succeed.</summary>
    public async Task<JsonElement> PostAsync(string path, string body = "") =>
        await ReadAsync(await Client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), Cancellation));

    /// <summary>The detail of a request that must be refused with a status.</summary>
    public async Task<string> RefusalAsync(string path, string body, int status)
    {
        using HttpResponseMessage response = await Client.PostAsync(path, new StringContent(body), Cancellation);
        string text = await response.Content.ReadAsStringAsync(Cancellation);
        ((int)response.StatusCode).ShouldBe(status, text);
        return JsonSerializer.Deserialize<JsonElement>(text).GetProperty("detail").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Stranger.Dispose();
        await server.DisposeAsync();
        runner.Dispose();
        recording.Dispose();
        holder.Dispose();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        string text = await response.Content.ReadAsStringAsync(Cancellation);
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
