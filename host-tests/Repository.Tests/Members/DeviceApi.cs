namespace IqosDevice.Repository.Tests.Members;

/// <summary>Where listings of the device's assemblies lie: beside the working tree, where they are at all.</summary>
internal static class DeviceApi
{
    private static readonly string Folder = Path.Combine(Repo.Root, "..", "shared", "nanoframework", "api");

    /// <summary>All listings as one; the running test is skipped where they are absent.</summary>
    public static ApiListing ReadOrSkip() => new(ReadAssembliesOrSkip().SelectMany(assembly => assembly.Lines));

    /// <summary>
    /// Each listing by the name of its assembly, that of the core library first, which all others build upon; the
    /// running test is skipped where they are absent.
    /// </summary>
    public static IEnumerable<(string Name, string[] Lines)> ReadAssembliesOrSkip()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "The listings of the device's assemblies are not beside this tree.");
        return Directory.EnumerateFiles(Folder, "*.txt")
            .OrderBy(path => !path.EndsWith("mscorlib.txt", StringComparison.Ordinal)).ThenBy(path => path, StringComparer.Ordinal)
            .Select(path => (Path.GetFileNameWithoutExtension(path), File.ReadAllLines(path)));
    }
}
