namespace IqosDevice.Repository.Tests.Guides;

public sealed class GuideCommandsTests
{
    private static readonly IReadOnlyList<string> Guides = [.. Repo.Files("", ".md").Where(path => path != "CHANGELOG.md")];

    private static readonly string[] Promised =
        ["app-teams", "architecture", "CONTRIBUTING", "firmware", "hardware", "protocol", "testing"];

    [Fact]
    public void Every_command_and_path_in_the_guides_exists() =>
        Guides.SelectMany(path => GuideCommands.Check(path, Repo.Read(path), Exists)).ShouldHaveNone();

    [Fact]
    public void The_guides_have_commands_to_check() =>
        Guides.SelectMany(path => GuideCommands.CodeOf(Repo.Read(path))).Count(code =>
            code.Text.StartsWith("dotnet run", StringComparison.Ordinal)
            || code.Text.StartsWith("iqos-emulator ", StringComparison.Ordinal)).ShouldBeGreaterThan(15);

    [Fact]
    public void The_guides_that_are_promised_are_there() =>
        Promised.Select(name => $"docs/{name}.md").Except(Guides, StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void The_guide_to_testing_names_every_test_project() =>
        Repo.Files("host-tests", ".csproj").Select(path => Path.GetDirectoryName(path)!.Replace('\\', '/'))
            .Where(folder => folder.EndsWith(".Tests", StringComparison.Ordinal))
            .Where(folder => !Repo.Read("docs/testing.md").Contains($"| `{folder}` |", StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [InlineData("`iqos-emulator run --model \"ILUMA ONE\" --speed 20`")]
    [InlineData("`iqos-emulator`")]
    [InlineData("```\ndotnet run -c Release --project emulator/Cli -- decode \"00 C9 44 04 02 FF 00 00 5A\"\n```")]
    [InlineData("```\nA_B=1 dotnet run --project emulator/Cli -- session --puffs hci | less --unknown\n```")]
    [InlineData("`dotnet test`, `firmware/{Core,Esp32}`, `emulator/Cli/bin/Debug/a.dll`, `docs/adr/NNNN-title.md`, `src/gone.cs`")]
    public void What_exists_is_left_alone(string text) => Check(text).ShouldBeEmpty();

    [Theory]
    [InlineData("`iqos-emulator fly`", 1)]
    [InlineData("`iqos-emulator run --colour red`", 1)]
    [InlineData("`iqos-emulator session --ambient 900`", 1)]
    [InlineData("text\n```\ndotnet run --project emulator/Cli -- session --wings\n```", 3)]
    [InlineData("`dotnet run --project emulator/Gone -- run`", 1)]
    [InlineData("`dotnet fly`", 1)]
    [InlineData("one\n\n`firmware/Gone.cs`", 3)]
    [InlineData("`nuget restore firmware/Gone/packages.config`", 1)]
    public void What_does_not_exist_is_found(string text, int line)
    {
        var found = Check(text);
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(violation => violation.Where == $"docs/a.md({line})");
    }

    private static List<Violation> Check(string text) =>
        [.. GuideCommands.Check("docs/a.md", text, path => path is "emulator/Cli" or "firmware/Core")];

    private static bool Exists(string path) => File.Exists(Repo.PathOf(path)) || Directory.Exists(Repo.PathOf(path));
}
