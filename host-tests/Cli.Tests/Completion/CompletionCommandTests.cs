using System.Diagnostics;

namespace IqosDevice.Cli.Tests.Completion;

public sealed class CompletionCommandTests
{
    private const string Bash = "/bin/bash";

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Every_shell_has_a_script_that_asks_the_program_itself(string shell)
    {
        CommandLine result = await CommandLine.RunAsync("completion", shell);

        result.ExitCode.ShouldBe(ExitCode.Success);
        result.Out.ShouldContain("[suggest:");
        result.Out.ShouldContain("iqos-emulator");
    }

    [Theory]
    [InlineData("run --sp", "--speed")]
    [InlineData("sess", "session")]
    [InlineData("run --model ", "ILUMA\\ i\\ ONE")]
    [InlineData("decode --format ", "json")]
    public async Task Bash_completes_with_it(string typed, string completion)
    {
        Assert.SkipUnless(File.Exists(Bash), $"{Bash} is not here");
        CommandLine script = await CommandLine.RunAsync("completion", "bash");
        string program = Path.Combine(AppContext.BaseDirectory, "iqos-emulator.dll");
        string lines = $$"""
            iqos-emulator() (dotnet '{{program}}' "$@")
            {{script.Out}}
            COMP_LINE='iqos-emulator {{typed}}'
            COMP_POINT=${#COMP_LINE}
            _iqos_emulator
            printf '%s\n' "${COMPREPLY[@]}"
            """;

        (await RunBashAsync(lines)).Split('\n').ShouldContain(completion);
    }

    private static async Task<string> RunBashAsync(string lines)
    {
        using var bash = Process.Start(new ProcessStartInfo(Bash, ["--noprofile", "--norc"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        await bash.StandardInput.WriteAsync(lines + "\n");
        bash.StandardInput.Close();
        string output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }
}
