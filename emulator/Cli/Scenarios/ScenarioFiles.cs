namespace IqosDevice.Cli.Scenarios;

/// <summary>Scenario files: those that are named, those of a folder, and those that ship with the program.</summary>
internal static class ScenarioFiles
{
    /// <summary>Folder of the scenarios that ship with the program.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "Scenarios");

    /// <summary>The files behind paths, in a fixed order; folders are searched through.</summary>
    /// <exception cref="CliException">A path leads nowhere, or a folder holds no scenario.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> paths) =>
        [.. (paths.Count == 0 ? [Shipped] : paths).SelectMany(Expand)];

    private static IEnumerable<string> Expand(string path)
    {
        if (!Directory.Exists(path))
        {
            return File.Exists(path)
                ? [path]
                : throw new CliException(
                    ExitCode.Usage, $"there is no file and no folder {path}.", "iqos-emulator scenario new FILE writes one to begin with.");
        }

        string[] files =
        [
            .. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".yaml" or ".yml")
                .Order(StringComparer.Ordinal),
        ];
        return files.Length > 0 ? files : throw new CliException(ExitCode.Usage, $"{path} holds no scenario (*.yaml).");
    }
}
