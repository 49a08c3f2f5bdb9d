namespace IqosDevice.Cli.Running;

/// <summary>
/// What a run shows to a person: log lines, and below them one line of status that overwrites itself. Where the
/// output is no terminal, the status is a line of its own whenever what it is about has changed. Thread-safe.
/// </summary>
internal sealed class RunDisplay
{
    private const string ClearLine = "\r\u001b[K";
    private const int DefaultColumns = 80;

    private readonly Lock gate = new();
    private readonly CliConsole console;
    private string status = string.Empty;
    private string lastSubject = string.Empty;

    public RunDisplay(CliConsole console) => this.console = console;

    /// <summary>Writes a line that stays.</summary>
    public void WriteLine(string line)
    {
        lock (gate)
        {
            if (!console.IsTerminal)
            {
                console.Error.WriteLine(line);
                return;
            }

            console.Error.WriteLine(ClearLine + line);
            console.Error.Write(status);
        }
    }

    /// <summary>Shows the present state.</summary>
    /// <param name="line">The line of status.</param>
    /// <param name="subject">What it is about; without a terminal, a line is written only when this changes.</param>
    public void ShowStatus(string line, string subject)
    {
        lock (gate)
        {
            if (console.IsTerminal)
            {
                status = Shorten(line);
                console.Error.Write(ClearLine + status);
            }
            else if (subject != lastSubject)
            {
                console.Error.WriteLine(line);
            }

            lastSubject = subject;
        }
    }

    /// <summary>Leaves the last status behind as a line.</summary>
    public void Finish()
    {
        lock (gate)
        {
            if (console.IsTerminal && status.Length > 0)
            {
                console.Error.WriteLine();
                status = string.Empty;
            }
        }
    }

    // A line that wraps could not be overwritten.
    private static string Shorten(string line)
    {
        int columns = Console.WindowWidth is > 1 and int width ? width - 1 : DefaultColumns;
        return line.Length <= columns ? line : line[..columns];
    }
}
