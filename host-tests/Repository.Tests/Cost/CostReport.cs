namespace IqosDevice.Repository.Tests.Cost;

/// <summary>Shows what was measured: on the test's output, and as a file in <c>artifacts/cost</c>.</summary>
internal static class CostReport
{
    public static void Write(string fileName, IReadOnlyList<string> lines)
    {
        var folder = Repo.PathOf("artifacts/cost");
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, fileName), lines);
        var text = string.Join('\n', lines);
        TestContext.Current.TestOutputHelper?.WriteLine(text);
        TestContext.Current.SendDiagnosticMessage("{0}", text);
    }
}
