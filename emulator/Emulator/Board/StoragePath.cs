using IqosDevice.NanoFramework.Host;

namespace IqosDevice.Emulator.Board;

/// <summary>The way from the processor to its flash: straight, until something is wrong with it.</summary>
/// <param name="flash">The medium.</param>
public sealed class StoragePath(FlashVolume flash) : IStoragePort
{
    /// <summary>What is wrong with it; null for nothing.</summary>
    public IStorageFault? Fault { get; set; }

    /// <inheritdoc/>
    public bool FileExists(string path) => Reached().FileExists(path);

    /// <inheritdoc/>
    public bool DirectoryExists(string path) => Reached().DirectoryExists(path);

    /// <inheritdoc/>
    public void CreateDirectory(string path) => Reached().CreateDirectory(path);

    /// <inheritdoc/>
    public byte[]? ReadFile(string path)
    {
        byte[]? content = Reached().ReadFile(path);
        return Fault is { } fault ? fault.Read(content) : content;
    }

    /// <inheritdoc/>
    public void CommitFile(string path, byte[] content)
    {
        FlashVolume volume = Reached();
        if (Fault is { } fault)
        {
            byte[] kept = [.. content];
            fault.Commit(() => volume.CommitFile(path, kept));
        }
        else
        {
            volume.CommitFile(path, content);
        }
    }

    /// <inheritdoc/>
    public void DeleteFile(string path) => Reached().DeleteFile(path);

    /// <inheritdoc/>
    public IReadOnlyList<string> ListFiles(string directory) => Reached().ListFiles(directory);

    private FlashVolume Reached()
    {
        Fault?.Access();
        return flash;
    }
}
