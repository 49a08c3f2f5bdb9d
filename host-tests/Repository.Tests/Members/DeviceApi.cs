namespace IqosDevice.Repository.Tests.Members;

/// <summary>Where listings of the device's assemblies lie: beside the working tree, where they are at all.</summary>
internal static class DeviceApi
{
    private static readonly string Folder = Path.Combine(Repo.Root, "..", "shared", "nanoframework", "api");

    /// <summary>All listings as one; the running test is skipped where they are absent.</summary>
    public static ApiListing ReadOrSkip()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "The listings of the device's assemblies are not beside this tree.");
        return new(Directory.EnumerateFiles(Folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(File.ReadLines));
    }
}
