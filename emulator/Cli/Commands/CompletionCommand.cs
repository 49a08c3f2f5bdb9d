using System.CommandLine;

namespace IqosDevice.Cli.Commands;

/// <summary><c>completion</c>: prints what teaches a shell to complete this program's commands, options and values.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = "iqos-emulator.bash",
        ["zsh"] = "iqos-emulator.zsh",
        ["fish"] = "iqos-emulator.fish",
        ["pwsh"] = "iqos-emulator.ps1",
    };

    public static Command Create(CliConsole console)
    {
        Argument<string> shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." }
            .AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", "Prints a script that teaches a shell to complete commands, options and values.")
        {
            shell,
        };
        command.SetAction(parsed =>
        {
            using Stream resource = typeof(CompletionCommand).Assembly
                .GetManifestResourceStream(Scripts[parsed.GetRequiredValue(shell)])!;
            using var reader = new StreamReader(resource);
            console.Out.Write(reader.ReadToEnd());
            return (int)ExitCode.Success;
        });
        return command.WithExamples(
            ("source <(iqos-emulator completion bash)", "in ~/.bashrc"),
            ("iqos-emulator completion fish | source", "in config.fish"),
            ("iqos-emulator completion pwsh | Out-String | Invoke-Expression", "in the PowerShell profile"));
    }
}
