using System.Net;
using IqosDevice.Portal.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace IqosDevice.Portal;

/// <summary>A portal that serves.</summary>
public sealed class PortalServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private PortalServer(WebApplication app) => this.app = app;

    /// <summary>Where it is served, e.g. <c>http://127.0.0.1:5090</c>.</summary>
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>File of the password with which the clerk signs in, as <see cref="ClerkName"/>.</summary>
    public required string ClerkPasswordPath { get; init; }

    /// <summary>Name of the clerk.</summary>
    public static string ClerkName => Hosting.Startup.ClerkEmail;

    /// <summary>Whether text is an address to serve at: a loopback address with a port.</summary>
    public static bool IsAddress(string text) => IPEndPoint.TryParse(text, out IPEndPoint? end) && IPAddress.IsLoopback(end.Address)
        && text.Contains(':', StringComparison.Ordinal) && text[^1] != ']';

    /// <summary>Opens the database and serves.</summary>
    /// <param name="options">How it is set up.</param>
    /// <param name="log">Takes one line for what an operator should know.</param>
    /// <param name="cancellation">Gives the start up.</param>
    /// <exception cref="IOException">The address is in use, or a file cannot be used.</exception>
    public static async Task<PortalServer> StartAsync(PortalOptions options, Action<string> log, CancellationToken cancellation = default)
    {
        WebApplication built;
        try
        {
            built = await PortalApp.BuildAsync(options, log, TimeProvider.System);
        }
        catch (SqliteException failure)
        {
            throw new IOException($"the database {options.DatabasePath} cannot be used: {failure.Message}", failure);
        }

        try
        {
            await built.StartAsync(cancellation);
            return new PortalServer(built) { ClerkPasswordPath = Secrets.Open(options.SecretsPath ?? options.DatabasePath + ".secrets").ClerkPasswordPath };
        }
        catch
        {
            await built.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
