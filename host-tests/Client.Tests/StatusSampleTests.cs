using System.Diagnostics;
using System.Reflection;

namespace IqosDevice.Client.Tests;

/// <summary>The ten-line program of docs/app-teams.md, as a process of its own against a running holder.</summary>
public sealed class StatusSampleTests
{
    private const string SamplePath = "docs/samples/status/Program.cs";

    [Fact]
    public async Task The_sample_starts_a_session_and_prints_its_status_until_it_ends()
    {
        await using RunningHolder holder = RunningHolder.Start(speed: 100);
        using Process sample = Start(holder.Address, holder.ControlAddress);
        Task<string> output = sample.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await sample.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await sample.WaitForExitAsync(TestContext.Current.CancellationToken);

        sample.ExitCode.ShouldBe(0, error);
        string[] lines = (await output).TrimEnd().ReplaceLineEndings("\n").Split('\n');
        lines.ShouldContain(line => line.StartsWith("Preheat", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("Session", StringComparison.Ordinal));
        lines[^1].ShouldStartWith("Cooling");
        lines.Length.ShouldBeGreaterThan(100, "once a second in a session");
    }

    [Fact]
    public void The_sample_has_ten_lines() =>
        File.ReadLines(Path.Combine(FindRoot(), SamplePath)).Count(line => line.Length > 0).ShouldBe(10);

    [Fact]
    public void The_guide_shows_the_sample_as_it_is_built() =>
        File.ReadAllText(Path.Combine(FindRoot(), "docs", "app-teams.md"))
            .ShouldContain("```csharp\n" + File.ReadAllText(Path.Combine(FindRoot(), SamplePath)) + "```\n");

    private static Process Start(params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "IqosDevice.Samples.Status.dll");
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, ["exec", program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start).ShouldNotBeNull();
    }

    private static string FindRoot()
    {
        string? folder = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location);
        while (!File.Exists(Path.Combine(folder.ShouldNotBeNull(), "IqosDevice.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }
}
