namespace IqosDevice.Portal.Tests;

/// <summary>Files of the working tree that these tests were built from.</summary>
internal static class RepositoryPath
{
    public static string Of(string relative)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IqosDevice.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("No IqosDevice.sln above the tests."), relative);
    }
}
