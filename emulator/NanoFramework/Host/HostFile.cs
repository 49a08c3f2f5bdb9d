namespace IqosDevice.NanoFramework.Host;

/// <summary>
/// One open file on the board's storage, behind the stand-ins of <c>System.IO</c>. What is written becomes durable
/// when the file is disposed and not before; a file that did not exist is made, with 0 bytes, when it is opened.
/// </summary>
public sealed class HostFile : IDisposable
{
    private readonly IStoragePort storage = HostBoard.Current.Storage;
    private readonly string path;
    private readonly bool writable;
    private readonly MemoryStream content = new();
    private bool disposed;

    /// <exception cref="IOException">The file, or its folder, is missing, or must not exist and does.</exception>
    public HostFile(string path, FileMode mode, FileAccess access)
    {
        this.path = path;
        writable = access != FileAccess.Read;
        byte[]? stored = storage.ReadFile(path);
        if (stored is null)
        {
            CreateEmpty(mode);
        }
        else if (mode == FileMode.CreateNew)
        {
            throw new IOException("The file exists: " + path);
        }
        else if (mode is not (FileMode.Create or FileMode.Truncate))
        {
            content.Write(stored);
            content.Position = mode == FileMode.Append ? stored.Length : 0;
        }
    }

    public long Length => content.Length;

    public long Position
    {
        get => content.Position;
        set => content.Position = value;
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return content.Read(buffer, offset, count);
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!writable)
        {
            throw new NotSupportedException("The file was opened for reading.");
        }

        content.Write(buffer, offset, count);
    }

    /// <summary>Makes the content durable.</summary>
    /// <exception cref="IOException">The medium refused.</exception>
    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        if (writable)
        {
            storage.CommitFile(path, content.ToArray());
        }

        content.Dispose();
    }

    private void CreateEmpty(FileMode mode)
    {
        if (mode is FileMode.Open or FileMode.Truncate)
        {
            throw new FileNotFoundException("No such file: " + path, path);
        }

        string folder = HostStorage.FolderOf(path);
        if (!storage.DirectoryExists(folder))
        {
            throw new DirectoryNotFoundException("No such folder: " + folder);
        }

        storage.CommitFile(path, []);
    }
}
