using System.Text.RegularExpressions;

namespace IqosDevice.Cli;

/// <summary>What the parser of the command line says, without the names of types.</summary>
internal static partial class UsageMessage
{
    /// <summary>"--seed is a whole number, 0 or above, not x." for a text that is none; anything else as it is.</summary>
    public static string ForPeople(string message) => NoNumber().Replace(message, static match =>
        $"{match.Groups["option"].Value} is {Meaning(match.Groups["type"].Value)}, not {match.Groups["text"].Value}.");

    private static string Meaning(string type) => type switch
    {
        "UInt64" => "a whole number, 0 or above",
        "Int32" => "a whole number",
        "Double" => "a number",
        _ => "something else",
    };

    [GeneratedRegex(@"^Cannot parse argument '(?<text>.*)' for option '(?<option>[^']+)' as expected type 'System\.(?:Nullable`1\[\[System\.)?(?<type>\w+).*'\.$",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoNumber();
}
