using System.CommandLine;

namespace IqosDevice.Cli.Commands;

/// <summary>The option <c>--format text|json</c>.</summary>
internal static class OutputFormat
{
    public const string Text = "text";
    public const string Json = "json";

    public static Option<string> CreateOption() => new Option<string>("--format")
    {
        Description = "text for people, json for programs.",
        DefaultValueFactory = _ => Text,
        HelpName = "text|json",
    }.AcceptOnlyFromAmong(Text, Json);
}
