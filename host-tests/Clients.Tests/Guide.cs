using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace IqosDevice.Clients.Tests;

/// <summary>docs/app-teams.md: what it tells people to type is taken from there, as it stands.</summary>
internal static partial class Guide
{
    /// <summary>The first block of code of a language after a client's name in bold.</summary>
    public static string Sample(string client, string language)
    {
        string text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(SourcePath())!, "..", "..", "docs", "app-teams.md"));
        int start = text.IndexOf($"**{client}**", StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, $"the page does not name {client}");
        return Block().Matches(text[start..]).First(block => block.Groups["language"].Value == language).Groups["code"].Value;
    }

    private static string SourcePath([CallerFilePath] string source = "") => source;

    [GeneratedRegex("""^```(?<language>\w*)\n(?<code>.*?)^```$""", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();
}
