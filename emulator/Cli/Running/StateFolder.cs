namespace IqosDevice.Cli.Running;

/// <summary>
/// The folder in which a holder's flash is kept between runs, one file a file of the flash. Held exclusively while
/// open, so that two runs cannot write into each other's state.
/// </summary>
internal sealed class StateFolder : IDisposable
{
    private const string LockFileName = "lock";
    private const string FlashFolderName = "flash";
    private const string TemporarySuffix = ".new";

    private readonly FileStream lockFile;
    private readonly string flashPath;
    private readonly Dictionary<string, byte[]> saved = new(StringComparer.Ordinal);

    private StateFolder(string path, FileStream lockFile)
    {
        Path = path;
        this.lockFile = lockFile;
        flashPath = System.IO.Path.Combine(path, FlashFolderName);
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>
    /// Where a model's state is kept when nothing else is asked for: below $XDG_STATE_HOME or ~/.local/state, on
    /// Windows below the user's local application data.
    /// </summary>
    public static string DefaultPath(string modelSlug)
    {
        string root = OperatingSystem.IsWindows()
            ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } stateHome
                ? stateHome
                : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
        return System.IO.Path.Combine(root, "iqos-emulator", modelSlug);
    }

    /// <summary>Whether a run holds the folder at this moment; changes nothing.</summary>
    public static bool IsHeld(string path)
    {
        string lockPath = System.IO.Path.Combine(path, LockFileName);
        if (!File.Exists(lockPath))
        {
            return false;
        }

        try
        {
            using var probe = new FileStream(lockPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>Opens the folder, making it where it is not there.</summary>
    /// <exception cref="CliException">Another run uses it, or it cannot be used.</exception>
    public static StateFolder Open(string path)
    {
        string fullPath = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(System.IO.Path.Combine(fullPath, FlashFolderName));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Unavailable, $"cannot use the state folder {fullPath}: {exception.Message}",
                "--state DIR chooses another one.");
        }

        try
        {
            string lockPath = System.IO.Path.Combine(fullPath, LockFileName);
            var held = new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new StateFolder(fullPath, held);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Unavailable, $"another run uses the state folder {fullPath}.",
                "end it, or choose another folder with --state DIR.");
        }
    }

    /// <summary>The flash as it was left, by path; empty for a new holder.</summary>
    public IReadOnlyDictionary<string, byte[]> Load()
    {
        var flash = new Dictionary<string, byte[]>();
        foreach (string file in Directory.EnumerateFiles(flashPath))
        {
            // Left behind by a run that was killed in the middle of a save.
            if (file.EndsWith(TemporarySuffix, StringComparison.Ordinal))
            {
                File.Delete(file);
                continue;
            }

            flash[Uri.UnescapeDataString(System.IO.Path.GetFileName(file))] = File.ReadAllBytes(file);
        }

        return flash;
    }

    /// <summary>
    /// Keeps the flash. Each file is replaced in one step, so a file is the old or the new one whatever happens; the
    /// firmware's records stand in two slots each and bear any mixture of the two.
    /// </summary>
    public void Save(IReadOnlyDictionary<string, byte[]> flash)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, byte[] content) in flash)
        {
            string file = System.IO.Path.Combine(flashPath, Uri.EscapeDataString(name));
            kept.Add(file);
            if (!saved.TryGetValue(file, out byte[]? before) || !before.AsSpan().SequenceEqual(content))
            {
                WriteAtomically(file, content);
                saved[file] = content;
            }
        }

        foreach (string file in Directory.EnumerateFiles(flashPath).Where(file => !kept.Contains(file)).ToList())
        {
            File.Delete(file);
            saved.Remove(file);
        }
    }

    public void Dispose() => lockFile.Dispose();

    private static void WriteAtomically(string file, byte[] content)
    {
        string temporary = file + TemporarySuffix;
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, file, overwrite: true);
    }
}
