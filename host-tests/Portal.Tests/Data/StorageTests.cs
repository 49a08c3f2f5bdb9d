using System.Data.Common;
using System.Net;
using IqosDevice.Portal.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace IqosDevice.Portal.Tests.Data;

/// <summary>A database that cannot be written: who asks is told so, the operator is told why, and what was there stays.</summary>
public sealed class StorageTests
{
    [Theory]
    [InlineData("PRAGMA max_page_count=1", "full")]
    [InlineData("PRAGMA query_only=ON", "readonly")]
    [Rule("storage-failure")]
    public async Task A_change_that_cannot_be_stored_is_refused_and_nothing_is_lost(string trouble, string reason)
    {
        var disk = new Disk();
        await using TestPortal portal = await TestPortal.StartAsync(services: services => services.ConfigureDbContext<PortalDb>(db => db.AddInterceptors(disk)));
        PortalClient anna = await portal.JoinAsync();
        (await anna.PostAsync("/api/devices", new { code = TestPortal.Domestic, ownUse = true })).Status.ShouldBe(HttpStatusCode.OK);
        disk.Trouble = trouble;
        PortalClient.Answer refused = await FillAsync(anna);
        refused.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Problem.ShouldBe("not-stored");
        portal.Log.ShouldContain(line => line.Contains("The database cannot be used", StringComparison.Ordinal) && line.Contains(reason, StringComparison.Ordinal));
        portal.Log.ShouldAllBe(line => !line.Contains("anna", StringComparison.OrdinalIgnoreCase));
        (await anna.GetAsync("/api/devices")).Json.GetArrayLength().ShouldBe(1);
        (await PageAsync(anna)).ShouldContain("could not be stored");

        disk.Trouble = "PRAGMA query_only=OFF; PRAGMA max_page_count=1073741823";
        (await anna.GetAsync("/api/devices")).Json[0].GetProperty("code").GetString().ShouldBe(TestPortal.Domestic);
        (await anna.PostAsync("/api/devices", new { code = TestPortal.Domestic2, ownUse = true })).Status.ShouldBe(HttpStatusCode.OK);
    }

    // Small changes may fit into pages that are there; a file of this size fits into none.
    private static async Task<PortalClient.Answer> FillAsync(PortalClient customer)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("2026-11-02"), "boughtOn" },
            { new StringContent("DE"), "boughtIn" },
            { new StringContent("true"), "ownUse" },
            { new ByteArrayContent([.. "%PDF-1.7"u8, .. new byte[1_000_000]]), "file", "receipt.pdf" },
        };
        return await customer.SendCheckedAsync(HttpMethod.Post, "/api/devices/proofs", form);
    }

    private static async Task<string> PageAsync(PortalClient customer)
    {
        PageVisitor page = new(customer);
        await page.OpenAsync("/devices/add");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.TokenOf("/devices/proof")), "antiforgery" },
            { new StringContent("2026-11-02"), "boughtOn" },
            { new StringContent("DE"), "boughtIn" },
            { new StringContent("true"), "ownUse" },
            { new ByteArrayContent([.. "%PDF-1.7"u8, .. new byte[1_000_000]]), "file", "receipt.pdf" },
        };
        return (await customer.SendAsync(HttpMethod.Post, "/devices/proof", form)).Body;
    }

    private sealed class Disk : DbConnectionInterceptor
    {
        public string? Trouble { get; set; }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Suffer(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Suffer(connection);
            return Task.CompletedTask;
        }

        private void Suffer(DbConnection connection)
        {
            if (Trouble is not null)
            {
                using DbCommand command = connection.CreateCommand();
                command.CommandText = Trouble;
                command.ExecuteNonQuery();
            }
        }
    }
}
