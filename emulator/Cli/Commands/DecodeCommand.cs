using System.CommandLine;
using IqosDevice.Cli.Decoding;

namespace IqosDevice.Cli.Commands;

/// <summary><c>decode</c>: explains captured frames field by field.</summary>
internal static class DecodeCommand
{
    public static Command Create(CliConsole console)
    {
        var hex = new Argument<string[]>("HEX")
        {
            Description = "Frames in hex, one an argument; arguments of one byte each are one frame together.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var file = new Option<string?>("--file")
        {
            Description = "A CSV file with a column \"hex\", or lines of bare hex.",
            HelpName = "FILE",
        };
        Option<string> format = OutputFormat.CreateOption();
        var command = new Command("decode", "Explains frames field by field; exit code 1 where one is wrong.")
        {
            hex, file, format,
        };
        command.Validators.Add(result =>
        {
            bool hasHex = result.GetResult(hex) is { Tokens.Count: > 0 };
            bool hasFile = result.GetResult(file) is not null;
            if (hasHex == hasFile)
            {
                result.AddError(hasHex
                    ? "Frames come from the command line or from --file, not both."
                    : "No frame: give HEX or --file.");
            }
        });
        command.SetAction(parsed =>
        {
            IReadOnlyList<CapturedFrame> frames = ReadFrames(parsed.GetValue(hex) ?? [], parsed.GetValue(file));
            return (int)Decode(frames, parsed.GetValue(format) == OutputFormat.Json, console);
        });
        return command.WithExamples(
            ("iqos-emulator decode 00C0010015", "one frame"),
            ("iqos-emulator decode 00 C9 44 04 02 FF 00 00 5A", "the same with a space between the bytes"),
            ("iqos-emulator decode 0x00C00100F6 --format json", "a wrong checksum: exit code 1, and the right one is named"),
            ("iqos-emulator decode --file captures.csv", "every row of a file"));
    }

    private static ExitCode Decode(IReadOnlyList<CapturedFrame> captured, bool asJson, CliConsole console)
    {
        IReadOnlyList<FrameExplanation> frames = FrameDecoder.Explain(captured);
        if (asJson)
        {
            ExplanationWriter.WriteJson(frames, console.Out);
        }
        else
        {
            ExplanationWriter.WriteText(frames, console.Out);
        }

        int wrong = frames.Count(frame => !frame.Correct);
        console.Error.WriteLine($"{frames.Count} decoded, {wrong} wrong");
        return wrong == 0 ? ExitCode.Success : ExitCode.Failed;
    }

    private static IReadOnlyList<CapturedFrame> ReadFrames(string[] arguments, string? file)
    {
        try
        {
            return file is null ? ParseArguments(arguments) : CaptureFile.Parse(InputFile.ReadText(file));
        }
        catch (FormatException problem)
        {
            string source = file is null ? string.Empty : file + ": ";
            throw new CliException(ExitCode.Usage, source + problem.Message,
                "bytes are pairs of hex digits, e.g. 00C0010015, 00 C0 01 00 15 or 00:c0:01:00:15.");
        }
    }

    private static List<CapturedFrame> ParseArguments(string[] arguments)
    {
        if (arguments.Length > 1 && Array.TrueForAll(arguments, IsOneByte))
        {
            return [new CapturedFrame("frame", FrameKind.Auto, HexText.Parse(string.Join(' ', arguments)))];
        }

        var frames = new List<CapturedFrame>(arguments.Length);
        for (int index = 0; index < arguments.Length; index++)
        {
            string label = arguments.Length == 1 ? "frame" : $"frame {index + 1}";
            try
            {
                frames.Add(new CapturedFrame(label, FrameKind.Auto, HexText.Parse(arguments[index])));
            }
            catch (FormatException problem)
            {
                throw new FormatException($"{label} (\"{arguments[index]}\"): {problem.Message}", problem);
            }
        }

        return frames;
    }

    private static bool IsOneByte(string argument)
    {
        string digits = argument.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? argument[2..] : argument;
        return digits.Length <= 2;
    }
}
