namespace IqosDevice.Cli.Tests;

/// <summary>Runs a command line inside the test's process.</summary>
internal sealed record CommandLine(ExitCode ExitCode, string Out, string Error)
{
    public static Task<CommandLine> RunAsync(params string[] args) => RunUntilAsync(args, TestContext.Current.CancellationToken);

    public static async Task<CommandLine> RunUntilAsync(string[] args, CancellationToken cancellation)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        ExitCode exitCode = await CliApp.RunAsync(args, new CliConsole(output, error), cancellation);
        return new CommandLine(exitCode, output.ToString(), error.ToString());
    }
}
