namespace IqosDevice.Cli;

/// <summary>Ends a command with a message for a person, and what to do about it.</summary>
public sealed class CliException : Exception
{
    public CliException(ExitCode exitCode, string message, string? hint = null)
        : base(message)
    {
        ExitCode = exitCode;
        Hint = hint;
    }

    public ExitCode ExitCode { get; }

    /// <summary>What to do about it, or null.</summary>
    public string? Hint { get; }
}
