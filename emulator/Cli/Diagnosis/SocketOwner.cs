using System.Globalization;

namespace IqosDevice.Cli.Diagnosis;

/// <summary>
/// Who listens on a socket, from Linux's /proc: a table leads from the address to the socket's inode, and the open
/// files of the processes from there to one of them. Elsewhere nobody is found.
/// </summary>
internal static class SocketOwner
{
    // Columns of /proc/net/unix: Num RefCount Protocol Flags Type St Inode Path.
    private const int UnixFlagsColumn = 3;
    private const int UnixInodeColumn = 6;
    private const int UnixPathColumn = 7;
    private const string UnixListening = "00010000";

    // Columns of /proc/net/tcp: sl local_address rem_address st … inode.
    private const int TcpLocalColumn = 1;
    private const int TcpStateColumn = 3;
    private const int TcpInodeColumn = 9;
    private const string TcpListening = "0A";

    /// <summary>Who serves a socket of the file system, for people; null where nobody does.</summary>
    public static string? FindUnix(string path) =>
        Rows("/proc/net/unix", UnixPathColumn + 1)
            .Where(row => row[UnixFlagsColumn] == UnixListening && row[UnixPathColumn] == path)
            .Select(row => Describe(row[UnixInodeColumn])).FirstOrDefault();

    /// <summary>Who listens on a TCP port of any address, for people; null where nobody does.</summary>
    public static string? FindTcp(int port) =>
        Rows("/proc/net/tcp").Concat(Rows("/proc/net/tcp6"))
            .Where(row => row.Length > TcpInodeColumn && row[TcpStateColumn] == TcpListening
                && row[TcpLocalColumn].EndsWith(":" + port.ToString("X4", CultureInfo.InvariantCulture), StringComparison.Ordinal))
            .Select(row => Describe(row[TcpInodeColumn])).FirstOrDefault();

    /// <summary>A table's rows, cut at spaces; with a limit, the last column may contain some.</summary>
    private static IEnumerable<string[]> Rows(string table, int columns = int.MaxValue)
    {
        if (!File.Exists(table))
        {
            return [];
        }

        return from line in File.ReadLines(table).Skip(1)
               let row = line.Split(' ', columns, StringSplitOptions.RemoveEmptyEntries)
               where columns == int.MaxValue || row.Length == columns
               select row;
    }

    private static string Describe(string inode)
    {
        string target = $"socket:[{inode}]";
        foreach (string process in Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
        {
            try
            {
                if (Directory.EnumerateFiles(Path.Combine(process, "fd")).Any(file => new FileInfo(file).LinkTarget == target))
                {
                    return $"{File.ReadAllText(Path.Combine(process, "comm")).Trim()} (process {Path.GetFileName(process)})";
                }
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // Another user's process, or one that has ended meanwhile.
            }
        }

        return "another process";
    }
}
