using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using IqosDevice.Cli.Dashboard;

namespace IqosDevice.Cli.Tests.Dashboard;

/// <summary>The page as it stands in the repository and in the program.</summary>
public sealed partial class WebFilesTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(SourceFolder(), "../../../emulator/Cli/Dashboard/web"));

    [Fact]
    public void The_chart_library_in_the_repository_is_the_one_that_the_lock_file_names()
    {
        JsonElement packages = JsonSerializer.Deserialize<JsonElement>(Read("package-lock.json")).GetProperty("packages");
        string locked = packages.GetProperty("node_modules/uplot").GetProperty("version").GetString()!;

        JsonSerializer.Deserialize<JsonElement>(Read("package.json")).GetProperty("devDependencies").GetProperty("uplot").GetString()
            .ShouldBe(locked);
        Read("vendor/uplot/uPlot.esm.js")[..400].ShouldContain($"(v{locked})");
        Read("vendor/uplot/LICENSE.txt").ShouldContain("MIT License");
    }

    [Fact]
    public void Every_file_of_the_page_travels_inside_the_program() =>
        WebFiles.Paths.Order(StringComparer.Ordinal).ShouldBe(
            Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
                .Where(file => !file.StartsWith("package", StringComparison.Ordinal)
                    && !file.StartsWith("node_modules", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Whatever_a_file_of_the_page_refers_to_is_there()
    {
        foreach (string file in WebFiles.Paths.Where(file => !file.StartsWith("vendor", StringComparison.Ordinal)))
        {
            foreach (Match reference in Reference().Matches(Read(file)))
            {
                WebFiles.Paths.ShouldContain(reference.Groups["path"].Value.TrimStart('.').TrimStart('/'), $"{file} refers to it");
            }
        }
    }

    [Fact]
    public void No_file_of_the_page_asks_another_host_for_anything()
    {
        foreach (string file in WebFiles.Paths.Where(file => !file.StartsWith("vendor", StringComparison.Ordinal)))
        {
            Foreign().Matches(Read(file)).Select(match => match.Value).Where(address => address != "http://www.w3.org/2000/svg")
                .ShouldBeEmpty(file);
        }
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    private static string SourceFolder([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;

    [GeneratedRegex("(from |src=|href=)\"(?<path>\\.?/[A-Za-z][A-Za-z/.]*\\.(js|css|svg))\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    [GeneratedRegex("(https?:)?//[A-Za-z0-9.-]+\\.[a-z]{2,}[^\"' )]*", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Foreign();
}
