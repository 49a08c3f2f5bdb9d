using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace IqosDevice.Cli.Decoding;

/// <summary>Which column of a CSV file holds what.</summary>
internal sealed class CaptureColumns
{
    private readonly int hexIndex;
    private readonly int labelIndex;
    private readonly int kindIndex;
    private readonly int noteIndex;
    private readonly int directionIndex;

    private CaptureColumns(List<string> names)
    {
        hexIndex = names.IndexOf("hex");
        labelIndex = names.IndexOf("id");
        kindIndex = names.IndexOf("kind");
        noteIndex = names.IndexOf("meaning");
        directionIndex = names.IndexOf("direction");
    }

    /// <summary>A header is a line with a field <c>hex</c>.</summary>
    public static bool TryParseHeader(string line, [NotNullWhen(true)] out CaptureColumns? columns)
    {
        List<string> names = SplitFields(line).ConvertAll(name => name.Trim().ToLowerInvariant());
        columns = names.Contains("hex") ? new CaptureColumns(names) : null;
        return columns is not null;
    }

    /// <exception cref="FormatException">The row lacks the hex column, or the column is not hex.</exception>
    public CapturedFrame ParseRow(string line, string fallbackLabel)
    {
        List<string> fields = SplitFields(line);
        string hex = Field(fields, hexIndex) ?? throw new FormatException($"no column {hexIndex + 1} (hex)");
        FrameKind kind = Field(fields, kindIndex)?.ToLowerInvariant() switch
        {
            "battery" => FrameKind.Battery,
            "scp" => FrameKind.Scp,
            _ => FrameKind.Auto,
        };
        try
        {
            string label = Field(fields, labelIndex) ?? fallbackLabel;
            return new CapturedFrame(label, kind, HexText.Parse(hex), Field(fields, noteIndex))
            {
                FromClient = Field(fields, directionIndex)?.ToLowerInvariant() switch
                {
                    "client" => true,
                    "device" => false,
                    _ => null,
                },
            };
        }
        catch (FormatException problem)
        {
            throw new FormatException($"column {hexIndex + 1} (hex): {problem.Message}", problem);
        }
    }

    private static string? Field(List<string> fields, int index) =>
        index >= 0 && index < fields.Count && fields[index].Length > 0 ? fields[index] : null;

    /// <summary>Fields of one line as RFC 4180 has them; a quoted field cannot span lines here.</summary>
    private static List<string> SplitFields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        for (int index = 0; index < line.Length; index++)
        {
            char letter = line[index];
            if (letter == '"')
            {
                // A doubled quote inside quotes stands for one.
                if (quoted && index + 1 < line.Length && line[index + 1] == '"')
                {
                    field.Append('"');
                    index++;
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (letter == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(letter);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
