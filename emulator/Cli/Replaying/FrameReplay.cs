using System.Text.Encodings.Web;
using System.Text.Json;
using IqosDevice.Cli.Decoding;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Cli.Replaying;

/// <summary>Sends the requests of a foreign capture to a fresh holder and compares its replies with the captured ones.</summary>
internal static class FrameReplay
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="CliException">The file cannot be read, or says nothing of directions.</exception>
    public static ExitCode Play(string path, string model, bool lenient, bool asJson, CliConsole console)
    {
        IReadOnlyList<CapturedFrame> frames = Read(path);
        if (!frames.Any(frame => frame.FromClient is not null))
        {
            throw new CliException(ExitCode.Usage, $"{path} does not say which frames the client sent.",
                "a column \"direction\" with client or device tells them apart.");
        }

        IReadOnlyList<FrameExchange> exchanges = FrameExchange.Pair(frames);
        using var holder = VirtualHolder.Start(new HolderOptions { Model = model, Lenient = lenient });
        var client = new FrameClient(holder);
        FrameComparison[] comparisons = [.. exchanges.Select(client.Play)];
        if (asJson)
        {
            console.Out.WriteLine(JsonSerializer.Serialize(new { model, exchanges = comparisons }, Readable));
        }
        else
        {
            Array.ForEach(comparisons, comparison => WriteText(comparison, console.Out));
        }

        int compared = comparisons.Count(comparison => comparison.Captured.Count > 0);
        int differing = comparisons.Count(comparison => comparison.Captured.Count > 0 && !comparison.Same);
        console.Error.WriteLine(
            $"{comparisons.Length} requests, {compared} with a captured reply, {differing} answered otherwise");
        return differing == 0 ? ExitCode.Success : ExitCode.Failed;
    }

    private static void WriteText(FrameComparison comparison, TextWriter output)
    {
        string verdict = comparison.Captured.Count == 0 ? "         " : comparison.Same ? "same     " : "DIFFERENT";
        output.WriteLine($"{verdict} {comparison.Label}: {comparison.Request}");
        foreach (string reply in comparison.Captured)
        {
            output.WriteLine($"            captured  {reply}");
        }

        foreach (string reply in comparison.Replayed.DefaultIfEmpty("silence"))
        {
            output.WriteLine($"            replayed  {reply}");
        }

        if (comparison.Note is { } note)
        {
            output.WriteLine($"            {note}");
        }
    }

    private static IReadOnlyList<CapturedFrame> Read(string path)
    {
        try
        {
            return CaptureFile.Parse(InputFile.ReadText(path));
        }
        catch (FormatException problem)
        {
            throw new CliException(ExitCode.Usage, $"{path}: {problem.Message}");
        }
    }
}
