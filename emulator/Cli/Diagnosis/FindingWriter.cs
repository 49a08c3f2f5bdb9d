using System.Text.Json;
using System.Text.Json.Serialization;

namespace IqosDevice.Cli.Diagnosis;

/// <summary>Writes findings for people or for programs.</summary>
internal static class FindingWriter
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>One object on one line; the names are a contract with scripts:
    /// <code>{"ready":true,"findings":[{"name":"tshark","needed":false,"status":"missing","detail":"…","purpose":"…","use":null,"advice":"…"}]}</code>
    /// <c>status</c> is ok, missing or inUse; <c>use</c> is the line that connects a client, <c>advice</c> is null where it is ok.</summary>
    public static void WriteJson(IReadOnlyList<Finding> findings, bool ready, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(new { ready, findings }, Options));

    /// <summary>A line for each finding, and what to do below it.</summary>
    public static void WriteText(IReadOnlyList<Finding> findings, TextWriter output)
    {
        int nameWidth = findings.Max(finding => finding.Name.Length);
        foreach (Finding finding in findings)
        {
            output.WriteLine($"{StatusText(finding),-9}{finding.Name.PadRight(nameWidth)}  {finding.Detail}  ({finding.Purpose})");
            if (finding.Use is not null)
            {
                output.WriteLine(new string(' ', 9 + nameWidth + 2) + finding.Use);
            }

            if (finding.Advice is not null)
            {
                output.WriteLine(new string(' ', 9 + nameWidth + 2) + finding.Advice);
            }
        }
    }

    private static string StatusText(Finding finding) => finding.Status switch
    {
        FindingStatus.Ok => "ok",
        FindingStatus.InUse => "in use",
        _ => finding.Needed ? "MISSING" : "missing",
    };
}
