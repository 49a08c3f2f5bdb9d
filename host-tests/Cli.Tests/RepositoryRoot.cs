namespace IqosDevice.Cli.Tests;

/// <summary>The folder of the solution, from wherever the tests run.</summary>
internal static class RepositoryRoot
{
    public static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "IqosDevice.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
