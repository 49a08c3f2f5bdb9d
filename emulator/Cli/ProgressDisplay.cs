using Spectre.Console;

namespace IqosDevice.Cli;

/// <summary>How far a long computation is: a bar on a terminal, a line for every tenth elsewhere; on standard error.</summary>
internal static class ProgressDisplay
{
    private const int PlainSteps = 10;

    /// <summary>Does the work and shows its steps.</summary>
    /// <param name="total">Steps, at least 1.</param>
    /// <param name="console">Where to show them.</param>
    /// <param name="work">The work; calls what it is given after each step, one at a time.</param>
    /// <param name="steps">What the steps are called.</param>
    public static T Show<T>(int total, CliConsole console, Func<Action, T> work, string steps) =>
        console.IsTerminal ? ShowBar(total, console.Error, work, steps) : ShowLines(total, console.Error, work, steps);

    private static T ShowBar<T>(int total, TextWriter error, Func<Action, T> work, string steps)
    {
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return terminal.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(steps, maxValue: total);
                return work(() => task.Increment(1));
            });
    }

    private static T ShowLines<T>(int total, TextWriter error, Func<Action, T> work, string steps)
    {
        int done = 0;
        return work(() =>
        {
            done++;
            if ((long)done * PlainSteps / total != (long)(done - 1) * PlainSteps / total)
            {
                error.WriteLine($"{done} of {total} {steps}");
            }
        });
    }
}
