using System.Diagnostics;
using IqosDevice.Emulator.Scenarios;
using IqosDevice.Emulator.Scenarios.Reading;
using IqosDevice.Emulator.Scenarios.Running;

namespace IqosDevice.Cli.Scenarios;

/// <summary>Plays many scenarios side by side; each has a holder and a virtual time of its own.</summary>
internal static class ScenarioBatch
{
    /// <summary>Plays files; the results are in the order of the files, whatever finished first.</summary>
    /// <param name="files">Which.</param>
    /// <param name="seed">Replaces their seeds where given.</param>
    /// <param name="threads">Side by side at most.</param>
    /// <param name="onScenario">Called after each, from any thread, one at a time.</param>
    /// <param name="cancellation">Ends it after those that are being played.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<ScenarioResult> Play(
        IReadOnlyList<string> files, ulong? seed, int threads, Action onScenario, CancellationToken cancellation)
    {
        var results = new ScenarioResult[files.Count];
        var gate = new Lock();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, files.Count, parallel, index =>
        {
            results[index] = PlayOne(files[index], seed);
            lock (gate)
            {
                onScenario();
            }
        });
        return results;
    }

    private static ScenarioResult PlayOne(string file, ulong? seed)
    {
        long start = Stopwatch.GetTimestamp();
        double Elapsed() => Stopwatch.GetElapsedTime(start).TotalSeconds;
        try
        {
            Scenario scenario = ScenarioReader.Read(InputFile.ReadText(file), file, seed);
            ScenarioOutcome outcome = ScenarioRun.Execute(scenario);
            return new ScenarioResult(file, Elapsed(), outcome, SyntaxError: null);
        }
        catch (ScenarioSyntaxException problem)
        {
            return new ScenarioResult(file, Elapsed(), Outcome: null, problem.Message);
        }
    }
}
