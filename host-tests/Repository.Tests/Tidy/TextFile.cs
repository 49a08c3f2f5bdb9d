using System.Text.RegularExpressions;

namespace IqosDevice.Repository.Tests.Tidy;

/// <summary>What holds for every text that is kept: line ends, and no path of one machine.</summary>
internal static class TextFile
{
    private static readonly Regex MachinePath = new(
        @"(^|[^A-Za-z0-9_.~-])(/(work|root|home|Users)/[A-Za-z0-9_.]|[A-Za-z]:\\+Users\\)",
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

        foreach (var line in text.Split('\n').Index().Where(line => MachinePath.IsMatch(line.Item)))
        {
            yield return new($"{path}({line.Index + 1})", "path of one machine");
        }
    }
}
