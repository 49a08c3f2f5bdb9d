using System.Net;
using System.Text.RegularExpressions;

namespace IqosDevice.Portal.Tests.Pages;

/// <summary>What a page says to people: its texts, and the attributes that are read aloud.</summary>
internal static partial class PageText
{
    public static IReadOnlySet<string> Of(string html) => TextPattern().Matches(html).Select(match => match.Groups["text"].Value)
        .Concat(AttributePattern().Matches(html).Select(match => match.Groups["text"].Value))
        .Select(text => WebUtility.HtmlDecode(text).Trim()).Where(text => text.Any(char.IsLetter)).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(">(?<text>[^<>]+)<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TextPattern();

    [GeneratedRegex("aria-label=\"(?<text>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex AttributePattern();
}
