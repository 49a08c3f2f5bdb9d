namespace IqosDevice.Cli.Decoding;

/// <summary>
/// Reads captured frames from text: a CSV file with a header that has a column <c>hex</c> (and perhaps <c>id</c>,
/// <c>kind</c>, <c>meaning</c>), or lines of bare hex. Empty lines and lines that begin with # are left out.
/// </summary>
public static class CaptureFile
{
    /// <exception cref="FormatException">Names the line and the position in it.</exception>
    public static IReadOnlyList<CapturedFrame> Parse(string text)
    {
        var frames = new List<CapturedFrame>();
        CaptureColumns? columns = null;
        bool first = true;
        string[] lines = text.TrimStart('\uFEFF').Split('\n');
        for (int number = 1; number <= lines.Length; number++)
        {
            string line = lines[number - 1].TrimEnd('\r');
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
            {
                continue;
            }

            if (first && CaptureColumns.TryParseHeader(line, out columns))
            {
                first = false;
                continue;
            }

            first = false;
            frames.Add(ParseLine(line, number, columns));
        }

        return frames.Count > 0 ? frames : throw new FormatException("there is no frame in it");
    }

    private static CapturedFrame ParseLine(string line, int number, CaptureColumns? columns)
    {
        try
        {
            return columns is null
                ? new CapturedFrame("line " + number, FrameKind.Auto, HexText.Parse(line))
                : columns.ParseRow(line, "line " + number);
        }
        catch (FormatException problem)
        {
            throw new FormatException($"line {number}: {problem.Message}", problem);
        }
    }
}
