using System.Diagnostics;
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

    // The log of the database cannot be made: to SQLite that is the same as a folder without the right to write, whoever runs the test.
    [Fact]
    [Rule("opening-unwritable")]
    public async Task A_database_that_cannot_be_written_is_named_and_stays_as_it_was()
    {
        await (await StartAsync()).DisposeAsync();
        SqliteConnection.ClearAllPools();
        byte[] before = await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Database + "-wal");
        (await Should.ThrowAsync<IOException>(StartAsync)).Message.ShouldContain(Database);
        SqliteConnection.ClearAllPools();
        (await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken)).ShouldBe(before);
        Directory.Delete(Database + "-wal");
        await (await StartAsync()).DisposeAsync();
    }

    [Fact]
    [Rule("opening-unwritable")]
    public async Task A_program_that_cannot_use_its_database_says_so_and_ends_with_3()
    {
        Directory.CreateDirectory(Database + "-wal");
        using Process portal = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "iqos-emulator.dll"), "portal", "--http", "127.0.0.1:0", "--db", Database])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        string said = await portal.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await portal.WaitForExitAsync(TestContext.Current.CancellationToken);
        portal.ExitCode.ShouldBe(3, said);
        said.ShouldContain(Database);
        said.ShouldNotContain("   at ");
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
