using System.CommandLine;

namespace IqosDevice.Cli.Commands;

internal static class RunCommand
{
    public const string Name = "run";

    public static Command Create(CliConsole console) => new(Name, "run");
}
