using IqosDevice.NanoFramework.Host;

namespace IqosDevice.Emulator.Board;

/// <summary>
/// The internal littlefs volume, <c>I:\</c>, in memory. A content becomes durable as a whole when it is committed.
/// The power can be cut after any byte: an overwritten file is then wholly old or wholly new, and a new file may
/// be left with 0 bytes. <see cref="Tears"/> makes it worse than littlefs: a cut leaves the beginning of the new
/// content.
/// </summary>
public sealed class FlashVolume : IStoragePort
{
    private const string Root = @"I:\";

    private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> directories = new(StringComparer.Ordinal) { Root };
    private long? budget;

    public FlashVolume()
    {
    }

    /// <summary>A volume with this content, by path.</summary>
    public FlashVolume(IReadOnlyDictionary<string, byte[]> content)
    {
        foreach ((string path, byte[] bytes) in content)
        {
            CreateDirectory(DirectoryOf(path));
            files[path] = (byte[])bytes.Clone();
        }
    }

    /// <summary>A cut leaves a torn file, which littlefs would not.</summary>
    public bool Tears { get; set; }

    /// <summary>The power went in the middle of a write; nothing can be written until <see cref="RestorePower"/>.</summary>
    public bool PowerIsLost { get; private set; }

    /// <summary>Commits and deletions so far.</summary>
    public int WriteCount { get; private set; }

    /// <summary>
    /// Lets the power fail after this many more bytes of writing. A commit costs its length and one for making it
    /// valid, a deletion costs one.
    /// </summary>
    public void CutPowerAfter(long bytes) => budget = bytes;

    /// <summary>Power is back; what was written stays as it is.</summary>
    public void RestorePower()
    {
        budget = null;
        PowerIsLost = false;
    }

    /// <summary>A copy of all files, by path.</summary>
    public IReadOnlyDictionary<string, byte[]> ReadAll()
    {
        var copy = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach ((string path, byte[] content) in files)
        {
            copy[path] = (byte[])content.Clone();
        }

        return copy;
    }

    /// <inheritdoc/>
    public bool FileExists(string path) => files.ContainsKey(path);

    /// <inheritdoc/>
    public bool DirectoryExists(string path) => directories.Contains(Normalise(path));

    /// <inheritdoc/>
    public void CreateDirectory(string path)
    {
        string directory = Normalise(path);
        while (!string.Equals(directory, Root, StringComparison.Ordinal) && directories.Add(directory))
        {
            directory = DirectoryOf(directory);
        }
    }

    /// <inheritdoc/>
    public byte[]? ReadFile(string path) => files.TryGetValue(path, out byte[]? content) ? (byte[])content.Clone() : null;

    /// <inheritdoc/>
    public void CommitFile(string path, byte[] content)
    {
        RequirePower();
        if (!directories.Contains(DirectoryOf(path)))
        {
            throw new IOException($"No such directory: {DirectoryOf(path)}");
        }

        if (!Spend(content.Length + 1, out int written))
        {
            LeaveUnfinished(path, content, Math.Min(written, content.Length));
            throw new IOException($"Power lost after {written} bytes of {path}.");
        }

        files[path] = (byte[])content.Clone();
        WriteCount++;
    }

    /// <inheritdoc/>
    public void DeleteFile(string path)
    {
        RequirePower();
        if (!Spend(1, out _))
        {
            throw new IOException($"Power lost while deleting {path}.");
        }

        files.Remove(path);
        WriteCount++;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ListFiles(string directory)
    {
        string normalised = Normalise(directory);
        var paths = new List<string>();
        foreach (string path in files.Keys)
        {
            if (string.Equals(DirectoryOf(path), normalised, StringComparison.Ordinal))
            {
                paths.Add(path);
            }
        }

        paths.Sort(StringComparer.Ordinal);
        return paths;
    }

    private void LeaveUnfinished(string path, byte[] content, int written)
    {
        if (Tears)
        {
            files[path] = content[..written];
        }
        else if (!files.ContainsKey(path))
        {
            files[path] = [];
        }
    }

    /// <summary>Takes from what is left until the cut.</summary>
    /// <returns>False where the power goes meanwhile, after <paramref name="spent"/>.</returns>
    private bool Spend(long cost, out int spent)
    {
        spent = (int)Math.Min(cost, budget ?? cost);
        if (budget is null)
        {
            return true;
        }

        budget -= spent;
        PowerIsLost = spent < cost;
        return !PowerIsLost;
    }

    private void RequirePower()
    {
        if (PowerIsLost)
        {
            throw new IOException("The power is off.");
        }
    }

    private static string DirectoryOf(string path)
    {
        string trimmed = path.TrimEnd('\\');
        int end = trimmed.LastIndexOf('\\');
        return end < Root.Length ? Root : trimmed[..end];
    }

    private static string Normalise(string directory)
    {
        string trimmed = directory.TrimEnd('\\');
        return trimmed.Length < Root.Length ? Root : trimmed;
    }
}
