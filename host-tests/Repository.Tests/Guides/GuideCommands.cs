using System.Text.RegularExpressions;
using IqosDevice.Cli;

namespace IqosDevice.Repository.Tests.Guides;

/// <summary>
/// Commands and paths in Markdown, from code spans and fenced code: command lines of <c>iqos-emulator</c> parse by its
/// own command tree, those of <c>dotnet</c> have a known verb and projects that exist, and so do all paths of this tree.
/// </summary>
internal static class GuideCommands
{
    private static readonly string[] DotnetVerbs = ["build", "exec", "format", "msbuild", "pack", "publish", "restore", "run", "sln", "test", "tool"];

    // The tree's folders; what a path has to begin with to be taken for one of them.
    private static readonly string[] Folders = [".ci", "benchmarks", "docs", "emulator", "firmware", "host-tests"];

    private static readonly Regex Span = Pattern("`(?<code>[^`]+)`");

    private static readonly Regex Word = Pattern("""(?<word>"[^"]*"|'[^']*'|[^\s"']+)""");

    private static readonly Regex Assignment = Pattern("^[A-Z_]+=[^ ]+ ");

    /// <summary>Commands and paths that do not exist. <paramref name="exists"/> tells it of a path relative to the root.</summary>
    public static IEnumerable<Violation> Check(string path, string text, Func<string, bool> exists) =>
        from code in CodeOf(text)
        from problem in CheckCode(code.Text, exists)
        select new Violation($"{path}({code.Line})", $"{problem}: {code.Text}");

    /// <summary>Every piece of code with its line: whole lines within fences, spans outside.</summary>
    public static IEnumerable<(int Line, string Text)> CodeOf(string text)
    {
        var isFenced = false;
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                isFenced = !isFenced;
                continue;
            }

            var pieces = isFenced ? [line.Trim()] : Span.Matches(line).Select(match => match.Groups["code"].Value);
            foreach (var piece in pieces.Where(piece => piece.Length > 0))
            {
                yield return (index + 1, piece);
            }
        }
    }

    private static IEnumerable<string> CheckCode(string code, Func<string, bool> exists)
    {
        // What follows a pipe is another program; a variable in front belongs to the shell.
        var command = Assignment.Replace(code.Split(" | ")[0], "");
        var words = Word.Matches(command).Select(match => match.Groups["word"].Value.Trim('"', '\'')).ToList();
        var problems = words.Where(word => IsPath(word) && !exists(word.TrimEnd('/'))).Select(word => $"there is no {word}");
        return words.FirstOrDefault() switch
        {
            "iqos-emulator" => problems.Concat(CheckEmulator(words[1..])),
            "dotnet" when words.Count > 1 => problems.Concat(CheckDotnet(words[1..], exists)),
            _ => problems,
        };
    }

    private static IEnumerable<string> CheckEmulator(List<string> arguments) =>
        arguments.Count == 0 ? [] : CliApp.FindUsageErrors([.. arguments]);

    private static IEnumerable<string> CheckDotnet(List<string> words, Func<string, bool> exists)
    {
        if (!DotnetVerbs.Contains(words[0], StringComparer.Ordinal))
        {
            return [$"dotnet has no verb {words[0]} here"];
        }

        var separator = words.IndexOf("--");
        var own = separator < 0 ? words : words[..separator];
        var projectAt = own.IndexOf("--project") + 1;
        if (projectAt == 0)
        {
            return [];
        }

        if (projectAt == own.Count || !exists(own[projectAt]))
        {
            return ["there is no such project"];
        }

        var isEmulator = separator >= 0 && string.Equals(own[projectAt], "emulator/Cli", StringComparison.Ordinal);
        return isEmulator ? CheckEmulator(words[(separator + 1)..]) : [];
    }

    /// <summary>A path of this tree, without placeholders, and no output of a build.</summary>
    private static bool IsPath(string word) =>
        word.Contains('/') && Folders.Contains(word.Split('/')[0], StringComparer.Ordinal)
        && word.IndexOfAny(['{', '<', '*', '…']) < 0 && !word.Contains("NNNN", StringComparison.Ordinal) && !Repo.IsOutput(word);

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
}
