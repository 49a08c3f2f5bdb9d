using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace IqosDevice.Portal.Data;

/// <summary>A database that cannot be written or read for reasons outside of the portal: a full disk, a file that became read-only.</summary>
internal static class StorageFailure
{
    // Result codes of SQLite (https://www.sqlite.org/rescode.html): BUSY, READONLY, IOERR, FULL, CANTOPEN.
    private static readonly int[] Codes = [5, 8, 10, 13, 14];

    /// <summary>The failure of the database behind another one; null where it is none of these.</summary>
    public static SqliteException? Find(Exception? failure)
    {
        while (failure is not null and not SqliteException)
        {
            failure = failure.InnerException;
        }

        return failure is SqliteException found && Codes.Contains(found.SqliteErrorCode) ? found : null;
    }

    /// <summary>Tells the operator. SQLite's sentence about such a failure holds no data.</summary>
    public static void Log(ILogger log, SqliteException failure) => log.LogError("The database cannot be used: {Reason}", failure.Message);
}
