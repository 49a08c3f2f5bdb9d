namespace IqosDevice.Cli;

/// <summary>Files that the user names.</summary>
internal static class InputFile
{
    // A capture or a puff profile has a few kilobytes; a wrong file name should not fill the memory.
    private const long MaxBytes = 64 * 1024 * 1024;

    /// <exception cref="CliException">There is no such file, or it cannot be read.</exception>
    public static string ReadText(string path)
    {
        try
        {
            var info = new FileInfo(path);
            if (info.Exists && info.Length > MaxBytes)
            {
                throw new CliException(ExitCode.Usage, $"{path} is larger than {MaxBytes / 1024 / 1024} MiB.");
            }

            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliException(ExitCode.Usage, $"cannot read {path}: {exception.Message}");
        }
    }
}
