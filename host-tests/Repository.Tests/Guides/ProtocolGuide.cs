using System.Text.RegularExpressions;

namespace IqosDevice.Repository.Tests.Guides;

/// <summary>The worked examples of docs/protocol.md: rows whose first cell is bytes in hex.</summary>
internal static class ProtocolGuide
{
    public const string FileName = "docs/protocol.md";

    private static readonly Regex Row = new(
        @"^\| `(?<hex>[0-9A-F]{2}( [0-9A-F]{2})+)` \| (?<name>[^|]*) \| (?<says>[^|]*) \|$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    /// <summary>Examples in the order of the text.</summary>
    public static IReadOnlyList<Example> Read(string text) =>
        [.. text.Split('\n').Select(line => Row.Match(line)).Where(match => match.Success).Select(match =>
            new Example(match.Groups["hex"].Value, match.Groups["name"].Value, match.Groups["says"].Value))];

    /// <summary>Bytes, what they are, and what they say.</summary>
    internal sealed record Example(string Hex, string Name, string Says)
    {
        public byte[] Bytes => Convert.FromHexString(Hex.Replace(" ", "", StringComparison.Ordinal));
    }
}
