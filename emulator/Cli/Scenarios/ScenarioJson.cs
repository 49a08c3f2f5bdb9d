using System.Text.Encodings.Web;
using System.Text.Json;

namespace IqosDevice.Cli.Scenarios;

/// <summary>Results as one JSON object on one line; the names are a contract with scripts.</summary>
internal static class ScenarioJson
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IReadOnlyList<ScenarioResult> results, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(
            new
            {
                scenarios = results.Select(result => new
                {
                    name = result.Name,
                    file = result.File,
                    passed = result.Passed,
                    virtualSeconds = result.Outcome?.VirtualSeconds,
                    traceHash = result.Outcome?.TraceHash,
                    seed = result.Outcome?.Scenario.Holder.Seed,
                    failure = result.Outcome?.Failure is { } failure
                        ? new { line = failure.Place.Line, column = failure.Place.Column, step = failure.Step, message = failure.Message }
                        : null,
                    syntaxError = result.SyntaxError,
                }),
                summary = new { scenarios = results.Count, passed = results.Count(result => result.Passed) },
            },
            Readable));
}
