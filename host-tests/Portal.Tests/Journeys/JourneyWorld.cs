using System.Net;
using System.Net.Sockets;
using System.Text;
using IqosDevice.Portal.Devices;

namespace IqosDevice.Portal.Tests.Journeys;

/// <summary>A portal that listens, as a user starts it: for browsers, and for what the server in front of it decides.</summary>
internal sealed class JourneyWorld : IAsyncDisposable
{
    private readonly string folder;
    private readonly PortalServer server;
    private readonly SocketsHttpHandler handler = new() { UseCookies = false, AllowAutoRedirect = false };

    private JourneyWorld(string folder, PortalServer server)
    {
        this.folder = folder;
        this.server = server;
    }

    public string Address => server.Address;

    public string ClerkPassword => File.ReadAllText(server.ClerkPasswordPath).Trim();

    public static async Task<JourneyWorld> StartAsync(IReadOnlyList<ManufacturedDevice> made)
    {
        string place = Directory.CreateTempSubdirectory("portal").FullName;
        var options = new PortalOptions { Address = "127.0.0.1:0", DatabasePath = Path.Combine(place, "portal.db"), Manufactured = made, PasswordIterations = 1 };
        return new JourneyWorld(place, await PortalServer.StartAsync(options, _ => { }, TestContext.Current.CancellationToken));
    }

    public PortalClient Visit() => new(handler, Address);

    /// <summary>Registers, confirms, and signs in with a one-time code.</summary>
    public async Task<PortalClient> JoinAsync(string email, string mobile, string language = "hu")
    {
        PortalClient visitor = Visit();
        visitor.Language = language;
        (await visitor.PostAsync("/api/accounts", People.Form(email, mobile))).Status.ShouldBe(HttpStatusCode.Accepted);
        string token = (await ReadAsync(email, "confirm-email")).GetProperty("link").GetString()!.Split("token=")[1];
        (await visitor.PostAsync("/api/accounts/confirm", new { token })).Status.ShouldBe(HttpStatusCode.NoContent);
        string request = (await visitor.PostAsync("/api/sign-in/code", new { address = email })).Text("request");
        string code = (await ReadAsync(email, "sign-in-code")).GetProperty("code").GetString()!;
        (await visitor.PostAsync("/api/sign-in/code/verify", new { request, code, client = "web" })).Status.ShouldBe(HttpStatusCode.OK);
        return visitor;
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
        handler.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<System.Text.Json.JsonElement> ReadAsync(string to, string topic) =>
        (await Visit().GetAsync($"/api/outbox?to={Uri.EscapeDataString(to)}&topic={topic}")).Json.EnumerateArray().Last();
}
