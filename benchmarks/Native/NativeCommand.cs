using System.CommandLine;
using IqosDevice.Benchmarks.Native.Replay;
using IqosDevice.Benchmarks.Native.Translation;
using IqosDevice.Firmware.Core;

namespace IqosDevice.Benchmarks.Native;

/// <summary>The command <c>native</c>: the heater tick against the same tick in C.</summary>
internal static class NativeCommand
{
    private const int DifferentExitCode = 1;
    private const int UsageExitCode = 64;
    private const int NoCompilerExitCode = 69;
    private const int UntranslatableExitCode = 70;
    private const int MostTicks = 10_000_000;

    private const string Examples = """
        Translates the heater tick (measuring, controller, puff detector, state machine, all checks) from its IL into C,
        compiles it with cc -O2, replays recorded ticks of emulated holders through both and compares duty, load switch,
        heartbeat and, after the last tick, every field.

        Exit codes: 0 no difference, 1 a tick differs, 64 wrong options, 69 no C compiler on this machine,
        70 the tick does what has no translation (method and instruction are named).

        Examples:
          native
          native --ticks 10000 --format json
          native --source tick.h
        """;

    public static int Run(string[] args)
    {
        var ticks = new Option<int>("--ticks") { Description = "Ticks to record, 20 ms each.", DefaultValueFactory = static _ => 100_000 };
        var seed = new Option<ulong>("--seed") { Description = "Of the recorded holders.", DefaultValueFactory = static _ => 1 };
        var format = new Option<string>("--format") { Description = "md or json.", DefaultValueFactory = static _ => "md" };
        format.AcceptOnlyFromAmong("md", "json");
        var source = new Option<FileInfo>("--source") { Description = "Where to leave the translated C." };
        var command = new RootCommand(Examples) { ticks, seed, format, source };
        ParseResult parsed = command.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine(error.Message);
            }

            return UsageExitCode;
        }

        if (parsed.Action is { } action)
        {
            return parsed.Invoke();
        }

        int count = parsed.GetValue(ticks);
        if (count is < 1 or > MostTicks)
        {
            Console.Error.WriteLine($"--ticks: 1 to {MostTicks}.");
            return UsageExitCode;
        }

        try
        {
            return Execute(count, parsed.GetValue(seed), parsed.GetValue(source), parsed.GetValue(format) == "json");
        }
        catch (UntranslatableException refusal)
        {
            Console.Error.WriteLine(refusal.Message);
            return UntranslatableExitCode;
        }
    }

    private static int Execute(int ticks, ulong seed, FileInfo? sourceFile, bool json)
    {
        var program = TickProgram.Translate(typeof(HeaterLoop));
        TickRecording recording = TickRecorder.Record(program, ticks, seed).ToRecording();
        string source = program.Source(recording.Start);
        if (sourceFile is not null)
        {
            File.WriteAllText(sourceFile.FullName, source);
        }

        if (!CCompiler.IsThere)
        {
            Console.Error.WriteLine(
                $"There is no C compiler ({CCompiler.Program}) on this machine: nothing was compared and nothing measured.");
            return NoCompilerExitCode;
        }

        using var native = new NativeReplay(recording, source);
        var measurement = NativeMeasurement.Of(recording, new ManagedReplay(recording, LiveHolder.Bind), native);
        var report = new NativeReport(program, recording, measurement, native.WorldBytes);
        if (json)
        {
            report.WriteJson(Console.Out);
        }
        else
        {
            report.WriteMarkdown(Console.Out);
        }

        return report.IsEqual ? 0 : DifferentExitCode;
    }
}
