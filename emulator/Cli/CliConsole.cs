namespace IqosDevice.Cli;

/// <summary>
/// Where a command writes: data to <see cref="Out"/>, everything human to <see cref="Error"/>. Passed in rather
/// than taken from the process, so that commands run side by side in tests.
/// </summary>
public sealed class CliConsole
{
    public CliConsole(TextWriter output, TextWriter error, bool isTerminal = false)
    {
        Out = output;
        Error = error;
        IsTerminal = isTerminal;
    }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    /// <summary><see cref="Error"/> is a terminal: colours and lines that overwrite themselves are welcome.</summary>
    public bool IsTerminal { get; }
}
