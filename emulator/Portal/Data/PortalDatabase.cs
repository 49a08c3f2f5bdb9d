using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IqosDevice.Portal.Data;

/// <summary>How the database is opened.</summary>
public static class PortalDatabase
{
    public static void Configure(DbContextOptionsBuilder options, string path) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString())
        .AddInterceptors(new DurableConnection());
}
