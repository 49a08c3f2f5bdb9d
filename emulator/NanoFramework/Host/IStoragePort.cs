namespace IqosDevice.NanoFramework.Host;

/// <summary>Files of the internal volume, whole contents. Paths start with <c>I:\</c>.</summary>
public interface IStoragePort
{
    bool FileExists(string path);

    bool DirectoryExists(string path);

    void CreateDirectory(string path);

    byte[]? ReadFile(string path);

    /// <summary>Makes a new content durable (called when the file is disposed).</summary>
    /// <exception cref="IOException">The medium refused, or the power went: the content may be torn.</exception>
    void CommitFile(string path, byte[] content);

    void DeleteFile(string path);

    IReadOnlyList<string> ListFiles(string directory);
}
