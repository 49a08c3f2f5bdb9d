namespace IqosDevice.NanoFramework.Host;

/// <summary>Operations on whole files of the current board, behind the stand-ins of <c>System.IO</c>.</summary>
public static class HostStorage
{
    private static IStoragePort Port => HostBoard.Current.Storage;

    public static bool FileExists(string path) => Port.FileExists(path);

    public static bool DirectoryExists(string path) => Port.DirectoryExists(path);

    public static void CreateDirectory(string path) => Port.CreateDirectory(path);

    public static void Delete(string path) => Port.DeleteFile(path);

    /// <exception cref="IOException">There is no source, or the target exists: nothing is overwritten.</exception>
    public static void Move(string source, string target)
    {
        IStoragePort port = Port;
        if (port.FileExists(target))
        {
            throw new IOException("The target exists: " + target);
        }

        byte[] content = port.ReadFile(source) ?? throw new FileNotFoundException("No such file: " + source, source);
        port.CommitFile(target, content);
        port.DeleteFile(source);
    }

    /// <summary>Everything before the last backslash; the drive keeps its own.</summary>
    internal static string FolderOf(string path)
    {
        int last = path.LastIndexOf('\\');
        return last < 0 ? path : path[..(path[last - 1] == ':' ? last + 1 : last)];
    }
}
