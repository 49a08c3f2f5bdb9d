using System.Text.Encodings.Web;
using System.Text.Json;

namespace IqosDevice.Cli.Decoding;

/// <summary>Writes explanations as text, a line a field, or as a JSON array.</summary>
internal static class ExplanationWriter
{
    private const int HexColumnWidth = 24;

    private static readonly JsonSerializerOptions JsonOptions = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,

        // For people and tools, not for a web page: °C stays °C.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void WriteJson(IReadOnlyList<FrameExplanation> frames, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(frames, JsonOptions));

    public static void WriteText(IReadOnlyList<FrameExplanation> frames, TextWriter output)
    {
        for (int index = 0; index < frames.Count; index++)
        {
            if (index > 0)
            {
                output.WriteLine();
            }

            WriteText(frames[index], output);
        }
    }

    private static void WriteText(FrameExplanation frame, TextWriter output)
    {
        output.WriteLine($"{frame.Label}: {frame.Hex}");
        output.WriteLine(frame.Correct ? "  " + frame.Summary : $"  {frame.Summary}: WRONG, {string.Join("; ", frame.Problems)}");
        if (frame.Note is not null)
        {
            output.WriteLine("  note: " + frame.Note);
        }

        foreach (FrameField field in frame.Fields)
        {
            string head = $"  {field.OffsetBytes,3}  {field.Name,-11} ";
            if (field.Hex.Length <= HexColumnWidth)
            {
                output.WriteLine($"{head}{field.Hex,-HexColumnWidth} {field.Meaning}");
                continue;
            }

            // Too long for its column: the meaning goes below.
            output.WriteLine(head + field.Hex);
            output.WriteLine(new string(' ', head.Length + HexColumnWidth + 1) + field.Meaning);
        }
    }
}
