using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IqosDevice.Cli.Tests.Scenarios;

public sealed class ScenarioCommandTests
{
    private const string Passing = "name: passes\nsteps:\n  - expect: {state: Ready}\n";
    private const string Failing = "name: fails\nsteps:\n  - insertStick\n  - expect: {state: Session}\n";
    private const string Broken = "name: broken\nsteps:\n  - fly\n";

    [Fact]
    public async Task The_starter_passes_and_is_never_written_over_a_file()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "first.yaml");

        (await CommandLine.RunAsync("scenario", "new", file)).ExitCode.ShouldBe(ExitCode.Success);
        CommandLine run = await CommandLine.RunAsync("scenario", "run", file);
        CommandLine again = await CommandLine.RunAsync("scenario", "new", file);

        run.ExitCode.ShouldBe(ExitCode.Success, run.Out + run.Error);
        again.ExitCode.ShouldBe(ExitCode.Usage);
        again.Error.ShouldContain("exists already");
    }

    [Fact]
    public async Task A_failure_shows_its_place_what_happened_before_and_how_to_play_it_again()
    {
        using var folder = new TemporaryFolder();
        string file = Write(folder, "fails.yaml", Failing);

        CommandLine result = await CommandLine.RunAsync("scenario", "run", file, "--seed", "7");

        result.ExitCode.ShouldBe(ExitCode.Failed);
        result.Out.ShouldContain($"{file}:4:5: expect: expected, but state is Ready, expected Session");
        result.Out.ShouldContain("> insertStick");
        result.Out.ShouldContain($"again: iqos-emulator scenario run {file} --seed 7");
        result.Error.ShouldContain("0 passed, 1 failed");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_a_usage_error_and_the_others_are_played()
    {
        using var folder = new TemporaryFolder();
        string broken = Write(folder, "broken.yaml", Broken);
        Write(folder, "passes.yml", Passing);

        CommandLine result = await CommandLine.RunAsync("scenario", "run", folder.Path);

        result.ExitCode.ShouldBe(ExitCode.Usage);
        result.Out.ShouldContain($"{broken}:3:5: there is no step \"fly\"");
        result.Error.ShouldContain("1 passed, 1 failed");
    }

    [Fact]
    public async Task Junit_tells_failures_from_errors()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "broken.yaml", Broken);
        Write(folder, "fails.yaml", Failing);
        Write(folder, "passes.yaml", Passing);
        string junit = Path.Combine(folder.Path, "results.xml");

        await CommandLine.RunAsync("scenario", "run", folder.Path, "--junit", junit);

        XElement suite = XDocument.Load(junit).Root!.Element("testsuite")!;
        suite.Attribute("tests")!.Value.ShouldBe("3");
        suite.Attribute("failures")!.Value.ShouldBe("1");
        suite.Attribute("errors")!.Value.ShouldBe("1");
        XElement failure = suite.Descendants("failure").ShouldHaveSingleItem();
        failure.Attribute("message")!.Value.ShouldContain("state is Ready");
        failure.Value.ShouldContain("> insertStick");
    }

    [Fact]
    public async Task Junit_has_nothing_that_the_schema_of_build_servers_does_not_know()
    {
        // Jenkins' junit-10.xsd: what each element must have, and what it may have besides.
        var known = new Dictionary<string, (string Required, string Optional, string Children)>
        {
            ["testsuites"] = ("", "name time tests failures errors", "testsuite"),
            ["testsuite"] = ("name tests failures errors", "group time skipped timestamp hostname id package file log url",
                "testsuite properties testcase system-out system-err"),
            ["testcase"] = ("name", "time classname group", "skipped error failure system-out system-err"),
            ["failure"] = ("", "type message", ""),
            ["error"] = ("", "type message", ""),
        };
        using var folder = new TemporaryFolder();
        Write(folder, "broken.yaml", Broken);
        Write(folder, "fails.yaml", Failing);
        Write(folder, "passes.yaml", Passing);
        string junit = Path.Combine(folder.Path, "results.xml");

        await CommandLine.RunAsync("scenario", "run", folder.Path, "--junit", junit);

        XElement root = XDocument.Load(junit).Root!;
        root.Name.LocalName.ShouldBe("testsuites");
        foreach (XElement element in root.DescendantsAndSelf())
        {
            (string required, string optional, string children) = known[element.Name.LocalName];
            string[] attributes = [.. element.Attributes().Select(attribute => attribute.Name.LocalName)];
            required.Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBeSubsetOf(attributes);
            attributes.ShouldBeSubsetOf($"{required} {optional}".Split(' '));
            element.Elements().Select(child => child.Name.LocalName).ShouldBeSubsetOf(children.Split(' '));
        }

        root.DescendantsAndSelf().Attributes("time").ShouldAllBe(time => Regex.IsMatch(time.Value, "^[0-9]{0,3}[.][0-9]*$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task The_schema_in_the_documentation_is_the_one_that_is_printed()
    {
        CommandLine result = await CommandLine.RunAsync("scenario", "schema");

        string documented = Path.Combine(RepositoryRoot.Find(), "docs", "scenario.schema.json");
        result.Out.ShouldBe(
            File.ReadAllText(documented),
            "write it anew: iqos-emulator scenario schema > docs/scenario.schema.json");
    }

    private static string Write(TemporaryFolder folder, string name, string content)
    {
        string file = Path.Combine(folder.Path, name);
        File.WriteAllText(file, content);
        return file;
    }
}
