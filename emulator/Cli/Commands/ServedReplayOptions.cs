using System.CommandLine;
using IqosDevice.Cli.Running;
using IqosDevice.Emulator.Endpoints.Transport;

namespace IqosDevice.Cli.Commands;

/// <summary>What <c>replay --serve</c> takes: where and how fast the holder lives on.</summary>
internal sealed class ServedReplayOptions
{
    private readonly Option<PipeAddress?> pipe = CommonOptions.CreateAddress("--pipe", "With --serve: where the holder is served.");

    private readonly Option<PipeAddress?> control =
        CommonOptions.CreateAddress("--control", "With --serve: where the control channel is served.");

    private readonly HttpOptions http = new();

    private readonly Option<double> speed = RunCommand.CreateSpeed();

    private readonly Option<string?> state = new("--state")
    {
        Description = "With --serve: folder that keeps the flash. Default: one of the user's own, by model.",
        HelpName = "DIR",
    };

    public void AddTo(Command command)
    {
        command.Add(pipe);
        command.Add(control);
        command.Add(speed);
        command.Add(state);
        http.AddTo(command);
    }

    /// <summary>Replays up to where the run goes on, and serves the holder from there.</summary>
    public async Task<int> GoOnAsync(ParseResult parsed, ReplayStart start, CliConsole console, CancellationToken cancellation)
    {
        var options = new RunOptions
        {
            Holder = start.Recording.Options,
            Replay = start,
            Speed = parsed.GetValue(speed),
            Pipe = parsed.GetValue(pipe),
            Control = parsed.GetValue(control),
            Http = http.Address(parsed),
            HttpToken = http.Token(parsed),
            StatePath = parsed.GetValue(state),
        };
        await new HolderRun(options, new RunDisplay(console)).ExecuteAsync(cancellation);
        return (int)ExitCode.Success;
    }
}
