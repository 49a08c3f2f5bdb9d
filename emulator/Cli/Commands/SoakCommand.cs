using System.CommandLine;
using System.Globalization;
using IqosDevice.Cli.Soaking;
using IqosDevice.Emulator.Holder.Soak;
using IqosDevice.Emulator.Hosting.Fleet;

namespace IqosDevice.Cli.Commands;

/// <summary><c>soak</c>: many holders at once, with acts and faults drawn from a seed, and what must hold of each.</summary>
internal static class SoakCommand
{
    private const int MostHolders = 100_000;
    private const double LongestHours = 10_000;

    public static Command Create(CliConsole console)
    {
        var defaults = new SoakOptions();
        Option<int> holders = CommonOptions.CreateWhole("--holders", "Holders that run at once.", 1, MostHolders, defaults.Holders);
        Option<int> first = CommonOptions.CreateWhole(
            "--first", "Number of the first; with --holders 1 it replays one holder.", 0, int.MaxValue, 0);
        Option<TimeSpan> duration = CreateDuration(defaults.Duration);
        Option<ulong> seed = CommonOptions.CreateSeed();
        var sessions = new Option<bool>("--sessions")
        {
            Description = "One session after another and nothing else, so that all heat at once.",
        };
        var realTime = new Option<bool>("--real-time")
        {
            Description = "Keep pace with the clock, and tell how late the holders' turns come; otherwise as fast as possible.",
        };
        Option<int> threads = CommonOptions.CreateWhole(
            "--threads", "Threads; changes the time it takes, never the result.", 1, 1024, Environment.ProcessorCount);
        Option<string> format = OutputFormat.CreateOption();
        var command = new Command(
            "soak", "Runs many holders at once with acts, faults and link losses drawn from a seed; exit code 1 where an invariant broke.")
        {
            holders, duration, seed, first, sessions, realTime, threads, format,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var options = new SoakOptions
            {
                Seed = parsed.GetValue(seed),
                FirstHolder = parsed.GetValue(first),
                Holders = parsed.GetValue(holders),
                Duration = parsed.GetValue(duration),
                OnlySessions = parsed.GetValue(sessions),
            };
            double speed = parsed.GetValue(realTime) ? 1 : double.PositiveInfinity;
            console.Error.WriteLine(SoakText.Heading(options));
            FleetReport report = new FleetRunner(options, speed, parsed.GetValue(threads))
                .Run(minute => console.Error.WriteLine(SoakText.Line(minute)), cancellation);
            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                SoakJson.Write(options, report, console.Out);
            }
            else
            {
                SoakText.Write(options, report, console.Out);
            }

            return Task.FromResult((int)(report.Violations.Count == 0 ? ExitCode.Success : ExitCode.Failed));
        });
        return command.WithExamples(
            ("iqos-emulator soak --holders 100 --for 1h", "a hundred holders for an hour each, as fast as possible"),
            ("iqos-emulator soak --holders 10000 --for 5m --sessions --real-time", "ten thousand that heat at once, against the clock"),
            ("iqos-emulator soak --seed 7 --first 42 --holders 1 --for 1h", "holder 42 of it alone, again"));
    }

    private static Option<TimeSpan> CreateDuration(TimeSpan ordinary) => new("--for")
    {
        Description = "Virtual time that each holder lives: a number with s, m or h.",
        HelpName = "TIME",
        DefaultValueFactory = _ => ordinary,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            double unit = text.Length == 0 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
            if (unit > 0 && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
                && number * unit is >= 1 and <= LongestHours * 3600)
            {
                return TimeSpan.FromSeconds(number * unit);
            }

            result.AddError($"--for is a time such as 90s, 5m or 1h, from 1s to {LongestHours:F0}h, not {text}.");
            return ordinary;
        },
    };
}
