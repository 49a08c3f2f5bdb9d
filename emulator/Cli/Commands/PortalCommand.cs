using System.CommandLine;
using IqosDevice.Cli.PortalService;
using IqosDevice.Cli.Running;
using IqosDevice.Portal;

namespace IqosDevice.Cli.Commands;

/// <summary><c>portal</c>: serves the customer profile and device registration until Ctrl-C.</summary>
internal static class PortalCommand
{
    public static Command Create(CliConsole console)
    {
        Option<string?> http = PortalHosting.CreateAddress("--http", "Where it is served.", mayStandAlone: false);
        var database = new Option<string?>("--db")
        {
            Description = "File of the database; made where it is not there, with a folder of secrets beside it. Default: one of the user's own.",
            HelpName = "FILE",
        };
        var command = new Command("portal", "Serves the emulated customer profile and device registration until Ctrl-C.") { http, database };
        command.SetAction(async (parsed, cancellation) =>
        {
            var display = new RunDisplay(console);
            await using PortalServer server = await PortalHosting.StartAsync(
                parsed.GetValue(http), parsed.GetValue(database), [], display, cancellation);
            await Task.WhenAny(Task.Delay(Timeout.Infinite, cancellation));
            display.WriteLine("ended");
            return (int)ExitCode.Success;
        });
        return command.WithExamples(
            ("iqos-emulator portal", "serve it at http://127.0.0.1:5090; its description is at /openapi/v1.json"),
            ("iqos-emulator portal --http 127.0.0.1:0 --db /tmp/portal.db", "any free port and a database of its own, as a test starts it"),
            ("iqos-emulator run --portal", "a holder and the portal at once, on one machine"));
    }
}
