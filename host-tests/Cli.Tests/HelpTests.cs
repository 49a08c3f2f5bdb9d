namespace IqosDevice.Cli.Tests;

public sealed class HelpTests
{
    [Theory]
    [InlineData]
    [InlineData("run")]
    [InlineData("session")]
    [InlineData("decode")]
    [InlineData("doctor")]
    [InlineData("portal")]
    [InlineData("montecarlo")]
    [InlineData("soak")]
    [InlineData("faults")]
    [InlineData("plant")]
    [InlineData("plant", "identify")]
    [InlineData("scenario")]
    [InlineData("scenario", "run")]
    [InlineData("scenario", "new")]
    [InlineData("scenario", "schema")]
    [InlineData("completion")]
    [InlineData("replay")]
    public async Task Help_of_every_command_ends_with_examples(params string[] command)
    {
        CommandLine result = await CommandLine.RunAsync([.. command, "--help"]);

        result.ExitCode.ShouldBe(ExitCode.Success);
        result.Error.ShouldBeEmpty();
        string examples = result.Out[result.Out.IndexOf("Examples:", StringComparison.Ordinal)..];
        examples.ShouldContain("  iqos-emulator" + (command.Length > 0 ? " " + command[0] : string.Empty));
    }

    [Fact]
    public async Task Version_is_printed_alone()
    {
        CommandLine result = await CommandLine.RunAsync("--version");

        result.ExitCode.ShouldBe(ExitCode.Success);
        Version.TryParse(result.Out.Trim(), out _).ShouldBeTrue(result.Out);
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("run", "--speed", "fast")]
    [InlineData("run", "--seed", "-1")]
    [InlineData("run", "--for", "0")]
    [InlineData("run", "--pipe", "carrier-pigeon")]
    [InlineData("run", "--pipe", "stdio", "--control", "stdio")]
    [InlineData("run", "--reply-delay", "60001")]
    [InlineData("run", "--http", "example.org:5080")]
    [InlineData("run", "--http", "70000")]
    [InlineData("session", "--seed", "one")]
    [InlineData("session", "--ambient", "warm")]
    [InlineData("session", "--repeat", "often")]
    [InlineData("session", "--repeat", "0")]
    [InlineData("scenario", "run", "--parallel", "x")]
    [InlineData("replay", "a.jsonl", "--until", "noon")]
    [InlineData("soak", "--holders", "many")]
    [InlineData("session", "--puffs", "none-such")]
    [InlineData("session", "--format", "xml")]
    [InlineData("session", "--ambient", "90")]
    [InlineData("decode")]
    [InlineData("doctor", "--pipe", "nowhere")]
    [InlineData("faults", "--rows", "0")]
    [InlineData("faults", "--rows", "1,fifteen")]
    [InlineData("faults", "--rows", "57")]
    [InlineData("faults", "--rows", "46")]
    [InlineData("faults", "--format", "xml")]
    [InlineData("scenario", "run", "none-such.yaml")]
    [InlineData("scenario", "run", "--parallel", "0")]
    [InlineData("scenario", "new")]
    [InlineData("completion", "cmd")]
    [InlineData("replay")]
    [InlineData("replay", "none-such.jsonl")]
    [InlineData("replay", "a.jsonl", "--frames", "b.csv")]
    [InlineData("portal", "--http", "192.0.2.1:80")]
    [InlineData("portal", "--http", "5090")]
    [InlineData("plant", "identify")]
    [InlineData("plant", "identify", "--data", "none-such.csv")]
    [InlineData("plant", "identify", "--data", "none-such.csv", "--input-scale", "0")]
    [InlineData("plant", "identify", "--data", "none-such.csv", "--units", "r")]
    public async Task A_command_line_that_cannot_be_understood_is_a_usage_error(params string[] args)
    {
        CommandLine result = await CommandLine.RunAsync(args);

        result.ExitCode.ShouldBe(ExitCode.Usage);
        result.Out.ShouldBeEmpty();
        result.Error.ShouldStartWith("error: ");
        result.Error.ShouldNotContain("   at ");
        result.Error.ShouldNotContain("System.", Case.Sensitive, "a person does not know the names of types");
        result.Error.ShouldNotContain("Exception");
    }

    [Theory]
    [InlineData("run")]
    [InlineData("session")]
    public async Task An_unknown_model_is_answered_with_the_list_of_models(string command)
    {
        CommandLine result = await CommandLine.RunAsync(command, "--model", "ILUMA X");

        result.ExitCode.ShouldBe(ExitCode.Usage);
        result.Error.ShouldContain("\"ILUMA X\"");
        foreach (string model in new[] { "ILUMA", "ILUMA PRIME", "ILUMA ONE", "ILUMA i", "ILUMA i PRIME", "ILUMA i ONE" })
        {
            result.Error.ShouldContain(model);
        }
    }
}
