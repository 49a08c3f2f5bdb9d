using IqosDevice.Cli.Dashboard.Access;
using IqosDevice.Cli.Dashboard.Api;
using IqosDevice.Cli.Dashboard.Events;
using IqosDevice.Cli.Dashboard.Metrics;
using IqosDevice.Emulator.Holder.Control;
using IqosDevice.Emulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace IqosDevice.Cli.Dashboard;

/// <summary>The HTTP side of a run: the control API, and the page on top of it.</summary>
internal sealed class DashboardServer : IAsyncDisposable
{
    private readonly DashboardSubject subject;
    private readonly SimulationDoor door;
    private readonly BrowserToken token;
    private readonly Action<string> log;
    private readonly ControlSession session;
    private readonly HolderFeed feed;
    private WebApplication? app;

    /// <param name="subject">What it shows.</param>
    /// <param name="door">The way into the simulation.</param>
    /// <param name="token">Who may come in.</param>
    /// <param name="log">Gets a line for a request that failed by a defect.</param>
    public DashboardServer(DashboardSubject subject, SimulationDoor door, BrowserToken token, Action<string> log)
    {
        this.subject = subject;
        this.door = door;
        this.token = token;
        this.log = log;
        session = new ControlSession(subject.Holder, subject.Time, static _ => { });
        feed = new HolderFeed(subject, door);
    }

    /// <summary>Where it listens, e.g. <c>http://127.0.0.1:5080</c>; empty before it does.</summary>
    public string Address => app?.Services.GetRequiredService<IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.Single() ?? string.Empty;

    /// <summary>What a person opens: it lets the browser in.</summary>
    public string LoginAddress => $"{Address}{AccessGuard.LoginPath}?t={token.Text}";

    /// <summary>Begins to serve.</summary>
    /// <param name="address">Where; a port that nobody asked for and that is taken gives way to any free one.</param>
    /// <exception cref="IOException">The address cannot be had.</exception>
    public async Task StartAsync(HttpAddress address)
    {
        try
        {
            app = await ServeAsync(address);
        }
        catch (IOException) when (!address.IsGiven)
        {
            app = await ServeAsync(address with { Port = 0 });
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Streams end first; the server would wait for them.
        await feed.DisposeAsync();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        session.Dispose();
    }

    private async Task<WebApplication> ServeAsync(HttpAddress address)
    {
        WebApplication candidate = DashboardApp.Build(address, token, log);
        VerbRoutes.Map(candidate, session, door);
        EventStream.Map(candidate, feed);
        Downloads.Map(candidate, subject, door);
        MetricsPage.Map(candidate, () => HolderMetrics.Take(subject.Holder, subject.Time, subject.Traffic), feed, door);
        try
        {
            await candidate.StartAsync();
            return candidate;
        }
        catch
        {
            await candidate.DisposeAsync();
            throw;
        }
    }
}
