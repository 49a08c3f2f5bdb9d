using Microsoft.Data.Sqlite;

namespace IqosDevice.Portal.Tests.Data;

/// <summary>What an operator is told when a portal cannot start.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal").FullName;

    private string Database => Path.Combine(folder, "portal.db");

    [Fact]
    [Rule("opening-newer")]
    public async Task A_database_of_a_newer_portal_is_left_alone()
    {
        await (await StartAsync()).DisposeAsync();
        await ExecuteAsync("INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Later', '99.0.0')");
        (await Should.ThrowAsync<IOException>(StartAsync)).Message.ShouldContain("newer portal");
    }

    [Fact]
    [Rule("opening-broken")]
    public async Task A_file_that_is_no_database_is_named()
    {
        await File.WriteAllTextAsync(Database, new string('x', 10_000), TestContext.Current.CancellationToken);
        string message = (await Should.ThrowAsync<IOException>(StartAsync)).Message;
        message.ShouldContain(Database);
        message.ShouldContain("not a database");
    }

    [Fact]
    [Rule("opening-folder")]
    public async Task A_folder_in_place_of_the_file_is_named()
    {
        Directory.CreateDirectory(Database);
        (await Should.ThrowAsync<IOException>(StartAsync)).Message.ShouldContain(Database);
    }

    [Fact]
    [Rule("opening-port")]
    public async Task An_address_that_is_in_use_is_named()
    {
        await using PortalServer first = await StartAsync();
        string address = new Uri(first.Address).Authority;
        (await Should.ThrowAsync<IOException>(() => StartAsync(address))).Message.ShouldContain(address);
    }

    [Theory]
    [InlineData("127.0.0.1:5090", true)]
    [InlineData("[::1]:0", true)]
    [InlineData("0.0.0.0:80", false)]
    [InlineData("192.0.2.1:80", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("localhost:80", false)]
    [Rule("opening-loopback")]
    public void A_portal_is_served_on_loopback_only(string address, bool taken) => PortalServer.IsAddress(address).ShouldBe(taken);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private Task<PortalServer> StartAsync() => StartAsync("127.0.0.1:0");

    private Task<PortalServer> StartAsync(string address) => PortalServer.StartAsync(
        new PortalOptions { Address = address, DatabasePath = Database, SecretsPath = Path.Combine(folder, "secrets"), PasswordIterations = 1 }, _ => { },
        TestContext.Current.CancellationToken);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
