using System.Text.RegularExpressions;

namespace IqosDevice.Portal.Tests.Pages;

/// <summary>Tags of a page with their attributes, as far as tests ask for them.</summary>
internal static partial class PageMarkup
{
    /// <summary>Opening tags of a name; of any for null.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Tags(string page, string? name = null) =>
        [.. TagPattern().Matches(page).Where(tag => name is null || tag.Groups["name"].Value == name).Select(Attributes)];

    /// <summary>Every value of an attribute on the page.</summary>
    public static IReadOnlyList<string> ValuesOf(string page, string attribute) =>
        [.. Tags(page).Where(tag => tag.ContainsKey(attribute)).Select(tag => tag[attribute])];

    private static Dictionary<string, string> Attributes(Match tag) => AttributePattern().Matches(tag.Groups["attributes"].Value)
        .ToDictionary(attribute => attribute.Groups["key"].Value, attribute => attribute.Groups["value"].Value);

    [GeneratedRegex("<(?<name>[a-z][a-z0-9]*)(?<attributes>(\\s+[a-z-]+(=\"[^\"]*\")?)*)\\s*/?>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TagPattern();

    [GeneratedRegex("(?<key>[a-z-]+)(=\"(?<value>[^\"]*)\")?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex AttributePattern();
}
