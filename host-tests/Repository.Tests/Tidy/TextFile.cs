using System.Text.RegularExpressions;

namespace IqosDevice.Repository.Tests.Tidy;

/// <summary>What holds for every text that is kept: line ends, no merge left half done, and no path of one machine.</summary>
internal static class TextFile
{
    /// <summary>The user of examples, who has no machine.</summary>
    private const string Anybody = "me";

    private static readonly Regex MachinePath = new(
        @"(^|[^A-Za-z0-9_.~-])(/(work|root|home|Users)/|[A-Za-z]:\\+Users\\+)(?<first>[A-Za-z0-9_.]+)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    public static IEnumerable<Violation> Check(string path, string text)
    {
        if (text.Contains('\r', StringComparison.Ordinal))
        {
            yield return new(path, "carriage return; lines end with a line feed alone");
        }

        if (text.Length != 0 && text[^1] != '\n')
        {
            yield return new(path, "no line feed at the end");
        }

        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (MachinePath.Matches(line).Any(match => match.Groups["first"].Value is not Anybody))
            {
                yield return new($"{path}({index + 1})", "path of one machine");
            }

            if (line.StartsWith("<<<<<<< ", StringComparison.Ordinal) || line.StartsWith(">>>>>>> ", StringComparison.Ordinal))
            {
                yield return new($"{path}({index + 1})", "merge left half done");
            }
        }
    }
}
