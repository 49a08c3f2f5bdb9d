namespace IqosDevice.Repository.Tests.Cost;

/// <summary>
/// Shows what was measured: the headline as a diagnostic message, which <c>dotnet run</c> prints for a test that passes
/// too, and everything as a file in <c>artifacts/cost</c>.
/// </summary>
internal static class CostReport
{
    private const string Folder = "artifacts/cost";

    public static void Write(string fileName, string headline, IEnumerable<string> lines)
    {
        Directory.CreateDirectory(Repo.PathOf(Folder));
        File.WriteAllLines(Repo.PathOf($"{Folder}/{fileName}"), [headline, .. lines]);
        TestContext.Current.SendDiagnosticMessage("{0} ({1}/{2})", headline, Folder, fileName);
    }
}
