using System.CommandLine;

namespace IqosDevice.Cli.Commands;

internal static class SessionCommand
{
    public const string Name = "session";

    public static Command Create(CliConsole console) => new(Name, "session");
}
