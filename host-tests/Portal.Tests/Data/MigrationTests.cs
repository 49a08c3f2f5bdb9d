using IqosDevice.Portal.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrations_make_the_tables_of_the_model()
    {
        (await SchemaAsync(db => db.Database.MigrateAsync(TestContext.Current.CancellationToken)))
            .ShouldBe(await SchemaAsync(db => db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken)));
    }

    private static async Task<List<string>> SchemaAsync(Func<PortalDb, Task> create)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var db = new PortalDb(new DbContextOptionsBuilder<PortalDb>().UseSqlite(connection).Options, new WriteTurn());
        await create(db);
        return await db.Database.SqlQueryRaw<string>(
                "SELECT sql AS Value FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '__EFMigrations%' ORDER BY type, name")
            .ToListAsync(TestContext.Current.CancellationToken);
    }
}
