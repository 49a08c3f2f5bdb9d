using System.CommandLine;
using IqosDevice.Cli.Diagnosis;
using IqosDevice.Emulator.Endpoints.Transport;

namespace IqosDevice.Cli.Commands;

/// <summary><c>doctor</c>: says what is there, what is free, and what to install.</summary>
internal static class DoctorCommand
{
    public static Command Create(CliConsole console)
    {
        Option<string> model = ModelOption.Create();
        var state = new Option<string?>("--state")
        {
            Description = "State folder of the run in question. Default: the one of run.",
            HelpName = "DIR",
        };
        Option<PipeAddress?> pipe = CommonOptions.Parsed("--pipe", PipeAddress.Parse);
        pipe.Description = "Address of its pipe. Default: the one of run.";
        pipe.HelpName = "ADDRESS";
        Option<PipeAddress?> control = CommonOptions.Parsed("--control", PipeAddress.Parse);
        control.Description = "Address of its control channel, likewise.";
        control.HelpName = "ADDRESS";
        Option<string> format = OutputFormat.CreateOption();
        var command = new Command(
            "doctor", "Looks for what a run needs and what helps, and says what to install; exit code 1 where something needed is missing or in use.")
        {
            model, state, pipe, control, format,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            IReadOnlyList<Finding> findings = await new Doctor(new LocalMachine()).ExamineAsync(
                ModelOption.ToSlug(parsed.GetRequiredValue(model)),
                parsed.GetValue(state),
                parsed.GetValue(pipe),
                parsed.GetValue(control),
                cancellation);
            return (int)Report(findings, parsed.GetValue(format) == OutputFormat.Json, console);
        });
        return command.WithExamples(
            ("iqos-emulator doctor", "is everything there that \"iqos-emulator run\" needs?"),
            ("iqos-emulator doctor --pipe tcp:5555 --control tcp:5556", "the same for a run with these addresses"),
            ("iqos-emulator doctor --format json",
                """{"ready":true,"findings":[{"name":"tshark","needed":false,"status":"ok","detail":"…","purpose":"…","advice":null}]}"""));
    }

    private static ExitCode Report(IReadOnlyList<Finding> findings, bool asJson, CliConsole console)
    {
        bool ready = Doctor.IsReady(findings);
        if (asJson)
        {
            FindingWriter.WriteJson(findings, ready, console.Out);
        }
        else
        {
            FindingWriter.WriteText(findings, console.Out);
        }

        int optional = findings.Count(finding => !finding.Needed && finding.Status != FindingStatus.Ok);
        console.Error.WriteLine(
            (ready ? "all that is needed is there" : "something that is needed is missing or in use") + $"; {optional} that would help missing");
        return ready ? ExitCode.Success : ExitCode.Failed;
    }
}
