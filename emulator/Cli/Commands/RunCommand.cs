using System.CommandLine;
using System.CommandLine.Parsing;
using IqosDevice.Cli.PortalService;
using IqosDevice.Cli.Running;
using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Cli.Commands;

/// <summary><c>run</c>: serves one holder until Ctrl-C.</summary>
internal static class RunCommand
{
    public const string Name = "run";

    private const double LongestSeconds = 100 * 365.25 * 86400;
    private const string MaximumSpeed = "max";

    public static Command Create(CliConsole console)
    {
        Option<string> model = ModelOption.Create();
        Option<ulong> seed = CommonOptions.CreateSeed();
        Option<string> cell = CommonOptions.CreateCell();
        Option<double> speed = CreateSpeed();
        Option<PipeAddress?> pipe = CommonOptions.CreateAddress(
            "--pipe", $"Where the holder is served: {PipeAddress.Forms}. Default: a socket in the state folder.");
        Option<PipeAddress?> control = CommonOptions.CreateAddress("--control", "Where the control channel is served, likewise.");
        Option<PipeAddress?> bluez = CreateBluez();
        Option<double> holders = CreateHolders();
        var state = new Option<string?>("--state")
        {
            Description = "Folder that keeps the holder's flash between runs. Default: one of the user's own, by model.",
            HelpName = "DIR",
        };
        var lenient = new Option<bool>("--lenient")
        {
            Description = "Accept frames with a wrong checksum, as some clients send them.",
        };
        Option<double> replyDelay = CreateReplyDelay();
        var http = new HttpOptions();
        Option<string?> portal = PortalHosting.CreateAddress("--portal", "Also serve the portal, at this address.", mayStandAlone: true);
        Option<string?> capture = CreateCapture();
        Option<string?> record = CreateRecord();
        Option<double> duration = new Option<double>("--for")
        {
            Description = "End after so many virtual seconds.",
            HelpName = "SECONDS",
        }.Between(0.001, LongestSeconds, "s");

        var command = new Command(Name, "Serves one holder until Ctrl-C; what runs without a command.")
        {
            model, seed, cell, speed, pipe, control, bluez, holders, portal, state, lenient, replyDelay, capture, record, duration,
        };
        http.AddTo(command);
        ForbidSharedStdio(command, pipe, control);
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new RunOptions
            {
                Holder = new HolderOptions
                {
                    Model = parsed.GetRequiredValue(model),
                    Seed = parsed.GetValue(seed),
                    Plant = CommonOptions.PlantWith(parsed.GetValue(cell)),
                    Lenient = parsed.GetValue(lenient),
                    ReplyDelayMs = (int)parsed.GetValue(replyDelay),
                },
                Speed = parsed.GetValue(speed),
                Pipe = parsed.GetValue(pipe),
                Control = parsed.GetValue(control),
                Http = http.Address(parsed),
                HttpToken = http.Token(parsed),
                Bluez = parsed.GetValue(bluez),
                Holders = (int)parsed.GetValue(holders),
                Portal = parsed.GetValue(portal),
                CapturePath = parsed.GetValue(capture),
                RecordPath = parsed.GetValue(record),
                StatePath = parsed.GetValue(state),
                Duration = parsed.GetResult(duration) is null ? null : TimeSpan.FromSeconds(parsed.GetValue(duration)),
            };
            await new HolderRun(options, new RunDisplay(console)).ExecuteAsync(cancellation);
            return (int)ExitCode.Success;
        });
        return WithExamples(command);
    }

    private static Command WithExamples(Command command) => command.WithExamples(
        ("iqos-emulator run", "an ILUMA i at real time; the sockets are in the state folder"),
        ("iqos-emulator run --model \"ILUMA ONE\" --pipe tcp:5555 --control tcp:5556",
            "another model, over TCP on this machine"),
        ("iqos-emulator run --speed 20 --lenient", "twenty times faster, forgiving wrong checksums"),
        ("iqos-emulator run --bluez unix:/tmp/bluez.sock",
            "Bluetooth clients of Linux: with DBUS_SYSTEM_BUS_ADDRESS=unix:path=/tmp/bluez.sock they find the holder"),
        ("iqos-emulator run --capture session.btsnoop",
            "keep what is on the air, to be read with \"tshark -r session.btsnoop\""),
        ("iqos-emulator run --record today.jsonl", "keep what you and the client do, for \"iqos-emulator replay today.jsonl\""),
        ("iqos-emulator run --pipe stdio --state /tmp/holder",
            "ATT over the process's own standard streams, as a test bench starts it"));

    private static void ForbidSharedStdio(Command command, Option<PipeAddress?> pipe, Option<PipeAddress?> control) =>
        command.Validators.Add(result =>
        {
            // By the text: an address that cannot be read has an error of its own, and no value.
            if (IsStdio(result.GetResult(pipe)) && IsStdio(result.GetResult(control)))
            {
                result.AddError("The pipe and the control channel cannot both be stdio.");
            }
        });

    private static Option<string?> CreateRecord() => new("--record")
    {
        Description = "Write everything that enters from outside to a file that \"replay\" plays again, bit for bit.",
        HelpName = "FILE",
    };

    private static Option<double> CreateHolders() => new Option<double>("--holders")
    {
        Description = "Holders that Bluetooth clients of Linux find, each of another model.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    }.Between(1, HolderModels.Names.Count, "holders");

    private static Option<PipeAddress?> CreateBluez()
    {
        Option<PipeAddress?> option = CommonOptions.CreateAddress(
            "--bluez", "Where Bluetooth clients of Linux find the holder, unix:PATH. Default: a socket in the state folder.");
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<PipeAddress?>() is not { } address)
            {
                return;
            }

            if (!OperatingSystem.IsLinux())
            {
                result.AddError("--bluez serves Bluetooth clients of Linux; this is another system.");
            }
            else if (address.Kind != PipeAddressKind.Unix)
            {
                result.AddError($"--bluez is unix:PATH, for clients look there; not {address}.");
            }
        });
        return option;
    }

    private static Option<string?> CreateCapture() => new("--capture")
    {
        Description = "Write the ATT traffic to a btsnoop file, which tshark and Wireshark open; an old one is replaced.",
        HelpName = "FILE",
    };

    private static Option<double> CreateReplyDelay() => new Option<double>("--reply-delay")
    {
        Description = "Milliseconds from a request to its reply.",
        HelpName = "MS",
        DefaultValueFactory = _ => new HolderOptions().ReplyDelayMs,
    }.Between(0, 60000, "ms");

    private static bool IsStdio(OptionResult? option) =>
        option is { Tokens: [Token token] } && token.Value == PipeAddress.Stdio.ToString();

    internal static Option<double> CreateSpeed() => new("--speed")
    {
        Description = $"Multiple of real time, or {MaximumSpeed}.",
        HelpName = "X",
        DefaultValueFactory = _ => 1,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (text == MaximumSpeed)
            {
                return double.PositiveInfinity;
            }

            if (double.TryParse(text, out double speed) && speed is >= 0.01 and <= 100000)
            {
                return speed;
            }

            result.AddError($"--speed is between 0.01 and 100000, or {MaximumSpeed}, not {text}.");
            return 1;
        },
    };
}
