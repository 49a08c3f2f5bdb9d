namespace IqosDevice.Repository.Tests;

/// <summary>The working tree that these tests were built from.</summary>
internal static class Repo
{
    private static readonly string[] OutputFolders =
    [
        "bin", "obj", "packages", "artifacts", "BenchmarkDotNet.Artifacts", "TestResults", "node_modules",
    ];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathOf(string relative) =>
        Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>
    /// Files with one of these extensions (".cs"), as paths relative to the root with forward slashes, in
    /// ordinal order. Build output and dot folders other than <c>.ci</c> are left out.
    /// </summary>
    public static IReadOnlyList<string> Files(string folder, params string[] extensions)
    {
        var start = PathOf(folder);
        if (!Directory.Exists(start))
        {
            return [];
        }

        return [.. Directory.EnumerateFiles(start, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !IsOutput(path) && extensions.Contains(Path.GetExtension(path), StringComparer.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Build output, or a tool's own folder: nothing that is kept.</summary>
    public static bool IsOutput(string relative)
    {
        var folders = relative.Split('/')[..^1];
        return folders.Any(folder => OutputFolders.Contains(folder, StringComparer.Ordinal)
            || (folder.StartsWith('.') && !string.Equals(folder, ".ci", StringComparison.Ordinal)));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IqosDevice.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No IqosDevice.sln above {AppContext.BaseDirectory}.");
    }
}
