using System.Globalization;
using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Cli.Scenarios;

/// <summary>Results for people: a line each, and what happened around each failure.</summary>
internal static class ScenarioText
{
    public static void Write(IReadOnlyList<ScenarioResult> results, TextWriter output)
    {
        foreach (ScenarioResult result in results)
        {
            string verdict = result.Passed ? "passed" : "FAILED";
            string length = result.Outcome is { } outcome
                ? string.Create(CultureInfo.InvariantCulture, $"{outcome.VirtualSeconds,8:F1} s")
                : "         -";
            output.WriteLine($"{verdict}  {length}  {result.Name}");
        }

        foreach (ScenarioResult result in results.Where(result => !result.Passed))
        {
            output.WriteLine();
            WriteFailure(result, output);
        }
    }

    /// <summary>The command that plays the same again.</summary>
    public static string ReplayLine(ScenarioResult result)
    {
        string seed = result.Outcome is { } outcome ? $" --seed {outcome.Scenario.Holder.Seed}" : string.Empty;
        string file = result.File.Contains(' ') ? $"\"{result.File}\"" : result.File;
        return $"again: iqos-emulator scenario run {file}{seed}";
    }

    private static void WriteFailure(ScenarioResult result, TextWriter output)
    {
        if (result.SyntaxError is { } syntax)
        {
            output.WriteLine(syntax);
            return;
        }

        ScenarioFailure failure = result.Outcome!.Failure!;
        output.WriteLine($"{failure.Place}: {failure.Step}: {failure.Message}");
        foreach (string line in failure.Journal)
        {
            output.WriteLine("  " + line);
        }

        output.WriteLine(ReplayLine(result));
    }
}
