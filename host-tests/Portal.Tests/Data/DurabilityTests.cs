using System.Diagnostics;
using System.Net;
using IqosDevice.Portal.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Tests.Data;

/// <summary>Kills the portal's process in the middle of its writes, as often as it takes for 200 of them.</summary>
public sealed class DurabilityTests
{
    private const int Rounds = 4;
    private const int WritesPerRound = 50;

    [Fact]
    public async Task What_was_acknowledged_before_the_process_was_killed_is_there_afterwards()
    {
        string folder = Directory.CreateTempSubdirectory("portal").FullName;
        string database = Path.Combine(folder, "portal.db");
        var acknowledged = new List<string>();
        try
        {
            for (int round = 0; round < Rounds; round++)
            {
                acknowledged.AddRange(await WriteAndKillAsync(database, round));
                await CheckAsync(database, acknowledged);
            }

            acknowledged.Count.ShouldBeGreaterThanOrEqualTo(Rounds * WritesPerRound);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Writes from four clients at once; kills once enough was acknowledged, with writes under way.</summary>
    private static async Task<List<string>> WriteAndKillAsync(string database, int round)
    {
        using Process portal = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "iqos-emulator.dll"), "portal", "--http", "127.0.0.1:0", "--db", database])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        try
        {
            string address = await ReadAddressAsync(portal);
            List<string> acknowledged = [];
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Task[] writers = [.. Enumerable.Range(0, 4).Select(writer => WriteAsync(address, (round * 4) + writer, acknowledged, enough))];
            await enough.Task.WaitAsync(TestContext.Current.CancellationToken);
            portal.Kill();
            await Task.WhenAll(writers);
            return acknowledged;
        }
        finally
        {
            portal.Kill();
            await portal.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task WriteAsync(string address, int writer, List<string> acknowledged, TaskCompletionSource enough)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false };
        var client = new PortalClient(handler, address);
        var random = new Random(writer);
        string token = (await client.GetAsync("/api/antiforgery")).Text("token");
        for (int number = 0; ; number++)
        {
            string code = $"HW{writer:D4}{number:D5}{random.Next(1000):D3}";
            try
            {
                using var body = new StringContent($$"""[{"code":"{{code}}","model":"ILUMA i"}]""", System.Text.Encoding.UTF8, "application/json");
                PortalClient.Answer answer = await client.SendAsync(HttpMethod.Post, "/api/lab/devices", body, token);
                answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
            }
            catch (HttpRequestException)
            {
                // The process is gone; what was under way was never acknowledged.
                return;
            }

            lock (acknowledged)
            {
                acknowledged.Add(code);
                if (acknowledged.Count >= WritesPerRound)
                {
                    enough.TrySetResult();
                }
            }
        }
    }

    private static async Task<string> ReadAddressAsync(Process portal)
    {
        while (await portal.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("portal ", StringComparison.Ordinal))
            {
                return line["portal ".Length..].Trim();
            }
        }

        throw new InvalidOperationException("The portal ended without saying where it is.");
    }

    private static async Task CheckAsync(string database, List<string> acknowledged)
    {
        var options = new DbContextOptionsBuilder<PortalDb>();
        PortalDatabase.Configure(options, database);
        await using var db = new PortalDb(options.Options, new WriteTurn());
        (await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["ok"]);
        HashSet<string> kept = [.. await db.Devices.Select(device => device.Code).ToListAsync(TestContext.Current.CancellationToken)];
        acknowledged.Where(code => !kept.Contains(code)).ShouldBeEmpty();
    }
}
