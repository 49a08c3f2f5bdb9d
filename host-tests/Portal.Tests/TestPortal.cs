using IqosDevice.Portal.Common;
using IqosDevice.Portal.Devices;
using IqosDevice.Portal.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace IqosDevice.Portal.Tests;

/// <summary>A whole portal in this process, on a database of its own, with passwords that are quick to check.</summary>
internal sealed class TestPortal : IAsyncDisposable
{
    /// <summary>A device for each way in which one can come to its owner.</summary>
    public const string Domestic = "HDOMESTIC00001";
    public const string Domestic2 = "HDOMESTIC00002";
    public const string OneDomestic = "HDOMESTICONE01";
    public const string Foreign = "HFOREIGN000001";
    public const string Overseas = "HOVERSEAS00001";
    public const string InStock = "HINSTOCK000001";
    public const string InStock2 = "HINSTOCK000002";
    public const string OtherModelInStock = "HOTHERSTOCK001";
    public const string NotServed = "HNOTSERVED0001";

    /// <summary>A Monday at noon in Budapest.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero);

    private readonly string folder;
    private readonly WebApplication app;
    private readonly List<string> log;
    private readonly StillClock machine;

    private TestPortal(WebApplication app, List<string> log, string folder, StillClock machine)
    {
        this.app = app;
        this.log = log;
        this.folder = folder;
        this.machine = machine;
    }

    public PortalClock Clock => app.Services.GetRequiredService<PortalClock>();

    public IServiceProvider Services => app.Services;

    /// <summary>What an operator would have been told.</summary>
    public IReadOnlyList<string> Log => log;

    public string DatabasePath => Path.Combine(folder, "portal.db");

    public string ClerkPassword => File.ReadAllText(DatabasePath + ".secrets/clerk-password").Trim();

    /// <param name="change">Sets it up differently.</param>
    /// <param name="services">Puts something else in the place of a part.</param>
    public static async Task<TestPortal> StartAsync(Func<PortalOptions, PortalOptions>? change = null, Action<IServiceCollection>? services = null)
    {
        string place = Directory.CreateTempSubdirectory("portal").FullName;
        List<string> lines = [];
        var options = new PortalOptions
        {
            DatabasePath = Path.Combine(place, "portal.db"),
            PasswordIterations = 1,
            RequestsPerMinute = 1_000_000,
            SignInRequestsPerMinute = 1_000_000,
            Manufactured = Devices(),
        };
        var still = new StillClock(Start);
        WebApplication built = await PortalApp.BuildAsync(change?.Invoke(options) ?? options, lines.Add, still, builder =>
        {
            builder.WebHost.UseTestServer();
            services?.Invoke(builder.Services);
        });
        await built.StartAsync(TestContext.Current.CancellationToken);
        return new TestPortal(built, lines, place, still);
    }

    /// <summary>An hour's timers fire, as they would on a machine that runs on.</summary>
    public void PassHour() => machine.Fire(TimeSpan.FromHours(1));

    /// <summary>Somebody with a browser or an app, with cookies of their own.</summary>
    public PortalClient Visit(string? address = null) => new(app.GetTestServer().CreateHandler(), address);

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>The file of the database as it is on the disk.</summary>
    public async Task<byte[]> ReadDatabaseAsync()
    {
        await using var stream = new FileStream(DatabasePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] content = new byte[stream.Length];
        await stream.ReadExactlyAsync(content);
        return content;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static List<ManufacturedDevice> Devices()
    {
        DateOnly sold = new(2026, 11, 1);
        return
        [
            new(Domestic, "ILUMA i", sold, "HU", "szeged"),
            new(Domestic2, "ILUMA i", sold, "HU", "szeged"),
            new(OneDomestic, "ILUMA ONE", sold, "HU", "sopron"),
            new(Foreign, "ILUMA i", sold, "DE"),
            new(Overseas, "ILUMA i", sold, "JP"),
            new(InStock, "ILUMA i"),
            new(InStock2, "ILUMA i"),
            new(OtherModelInStock, "ILUMA ONE"),
            new(NotServed, "HEATER 1", sold, "HU"),
        ];
    }
}
