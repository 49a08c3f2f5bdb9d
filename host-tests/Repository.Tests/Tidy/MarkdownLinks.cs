using System.Text.RegularExpressions;

namespace IqosDevice.Repository.Tests.Tidy;

/// <summary>Relative links of Markdown files: the file exists, and so does the heading after #.</summary>
internal static class MarkdownLinks
{
    private static readonly Regex Link = Pattern(@"\]\((?<target>[^()\s]+)\)");

    private static readonly Regex Heading = Pattern("^#{1,6} (?<text>.*)$");

    private static readonly Regex NotInAnchor = Pattern(@"[^\p{L}\p{N} _-]");

    /// <summary>Links that lead nowhere.</summary>
    /// <param name="path">Path of the file, relative to the root.</param>
    /// <param name="text">Its text.</param>
    /// <param name="read">Gives a file's text by its path, null where there is none.</param>
    public static IEnumerable<Violation> Check(string path, string text, Func<string, string?> read)
    {
        foreach (var (index, line) in WithoutCode(text).Index())
        {
            foreach (var target in Link.Matches(line).Select(match => match.Groups["target"].Value).Where(IsRelative))
            {
                var parts = target.Split('#', 2);
                var linked = parts[0].Length == 0 ? path : Resolve(path, parts[0]);
                var content = parts[0].Length == 0 ? text : read(linked);
                if (content is null || (parts.Length == 2 && !Anchors(content).Contains(parts[1], StringComparer.Ordinal)))
                {
                    yield return new($"{path}({index + 1})", $"link to {target} leads nowhere");
                }
            }
        }
    }

    private static bool IsRelative(string target) =>
        !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal);

    private static string Resolve(string from, string target)
    {
        var folder = Path.Combine("/", Path.GetDirectoryName(from) ?? "");
        return Path.GetFullPath(Path.Combine(folder, target)).Replace('\\', '/').TrimStart('/');
    }

    /// <summary>Lines, with those of fenced code left empty.</summary>
    private static IEnumerable<string> WithoutCode(string text)
    {
        var isCode = false;
        foreach (var line in text.Split('\n'))
        {
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            isCode ^= isFence;
            yield return isCode || isFence ? "" : line;
        }
    }

    private static IEnumerable<string> Anchors(string text) =>
        from line in WithoutCode(text)
        let match = Heading.Match(line)
        where match.Success
        select NotInAnchor.Replace(match.Groups["text"].Value, "").ToLowerInvariant().Replace(' ', '-');

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
}
