namespace IqosDevice.Cli.Diagnosis;

/// <summary>The machine as <c>doctor</c> asks about it.</summary>
internal interface IMachine
{
    /// <summary>The full path of a program that the user could start by its name; null where there is none.</summary>
    string? FindProgram(string name);

    /// <summary>Runs a program and gives what it says.</summary>
    /// <returns>Standard output; null where it fails, or does not end in reasonable time.</returns>
    Task<string?> AskAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation);
}
