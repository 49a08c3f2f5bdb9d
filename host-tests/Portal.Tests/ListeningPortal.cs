using System.Net.Sockets;
using System.Text;

namespace IqosDevice.Portal.Tests;

/// <summary>A portal that listens on a port, for what the server in front of it decides.</summary>
internal sealed class ListeningPortal : IAsyncDisposable
{
    private readonly PortalServer server;
    private readonly string folder;

    private ListeningPortal(PortalServer server, string folder)
    {
        this.server = server;
        this.folder = folder;
    }

    public string Address => server.Address;

    public static async Task<ListeningPortal> StartAsync()
    {
        string place = Directory.CreateTempSubdirectory("portal").FullName;
        return new ListeningPortal(
            await PortalServer.StartAsync(
                new PortalOptions { Address = "127.0.0.1:0", DatabasePath = Path.Combine(place, "portal.db"), PasswordIterations = 1 }, _ => { },
                TestContext.Current.CancellationToken),
            place);
    }

    /// <summary>Sends bytes as they are, and reads what comes until the connection is closed.</summary>
    public async Task<string> AskRawAsync(string request)
    {
        var at = new Uri(Address);
        using var client = new TcpClient();
        await client.ConnectAsync(at.Host, at.Port, TestContext.Current.CancellationToken);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
