using System.CommandLine;
using IqosDevice.Cli.Running;
using IqosDevice.Emulator.Holder;
using IqosDevice.Portal;
using IqosDevice.Portal.Devices;

namespace IqosDevice.Cli.PortalService;

/// <summary>Serves the portal, for the command of its own and beside a running holder.</summary>
internal static class PortalHosting
{
    private const string UsualAddress = "127.0.0.1:5090";

    /// <summary>An option that takes where the portal is served.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="mayStandAlone">The option alone asks for the usual address.</param>
    public static Option<string?> CreateAddress(string name, string description, bool mayStandAlone) => new(name)
    {
        Description = $"{description} Loopback only. Default: {UsualAddress}.",
        HelpName = "ADDRESS",
        Arity = mayStandAlone ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
        CustomParser = result =>
        {
            if (result.Tokens.Count == 0)
            {
                return UsualAddress;
            }

            string text = result.Tokens[0].Value;
            if (PortalServer.IsAddress(text))
            {
                return text;
            }

            result.AddError($"{name} is a loopback address and a port, e.g. {UsualAddress} or 127.0.0.1:0 for a free one; not {text}.");
            return null;
        },
    };

    /// <summary>Serves beside a run, where that was asked for; the holder of the run is among the devices that were sold.</summary>
    /// <exception cref="CliException">The address or a file cannot be used.</exception>
    public static async Task<PortalServer?> StartAsync(RunOptions options, VirtualHolder holder, RunDisplay display) =>
        options.Portal is null ? null : await StartAsync(
            options.Portal, databasePath: null, [MadeDevices.CreateSold(holder.Model, holder.Options.Seed, Today())], display, CancellationToken.None);

    /// <summary>Serves.</summary>
    /// <param name="address">Where; null for the usual address.</param>
    /// <param name="databasePath">File of the database; null for the user's own.</param>
    /// <param name="alsoSold">Devices that were sold beside those of the factory.</param>
    /// <param name="display">Takes what a person should know.</param>
    /// <param name="cancellation">Gives the start up.</param>
    /// <exception cref="CliException">The address or a file cannot be used.</exception>
    public static async Task<PortalServer> StartAsync(
        string? address, string? databasePath, IReadOnlyList<ManufacturedDevice> alsoSold, RunDisplay display, CancellationToken cancellation)
    {
        string path = Path.GetFullPath(databasePath ?? Path.Combine(StateFolder.DefaultPath("portal"), "portal.db"));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var options = new PortalOptions
            {
                Address = address ?? UsualAddress,
                DatabasePath = path,
                Manufactured = [.. alsoSold, .. MadeDevices.List(Today())],
            };
            PortalServer server = await PortalServer.StartAsync(options, display.WriteLine, cancellation);
            display.WriteLine($"portal   {server.Address}");
            display.WriteLine($"         database {path}; the clerk is {PortalServer.ClerkName}, password in {server.ClerkPasswordPath}");
            return server;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Unavailable, $"the portal cannot be served: {failure.Message}",
                "another address or another file of the database helps; one database serves one portal at a time.");
        }
    }

    private static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
}
