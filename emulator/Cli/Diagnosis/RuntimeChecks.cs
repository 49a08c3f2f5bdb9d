namespace IqosDevice.Cli.Diagnosis;

/// <summary>.NET itself.</summary>
internal static class RuntimeChecks
{
    private const int MajorVersion = 10;
    private const string Install = "install the .NET 10 SDK, https://dotnet.microsoft.com/download";

    /// <summary>The runtime: this program would not run without it.</summary>
    public static Finding CheckRuntime() => new()
    {
        Name = ".NET runtime",
        Needed = true,
        Purpose = "runs the emulator",
        Status = Environment.Version.Major >= MajorVersion ? FindingStatus.Ok : FindingStatus.Missing,
        Detail = Environment.Version.ToString(),
        Advice = Environment.Version.Major >= MajorVersion ? null : Install,
    };

    /// <summary>An SDK of the major version that global.json asks for.</summary>
    public static async Task<Finding> CheckSdkAsync(IMachine machine, CancellationToken cancellation)
    {
        string? list = machine.FindProgram("dotnet") is { } dotnet
            ? await machine.AskAsync(dotnet, ["--list-sdks"], cancellation)
            : null;

        // Lines of the form "10.0.100 [/usr/share/dotnet/sdk]", the newest last.
        string[] versions = [.. (list ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' ')[0])];
        string? usable = versions.LastOrDefault(version => version.StartsWith($"{MajorVersion}.0.", StringComparison.Ordinal));
        return new Finding
        {
            Name = ".NET SDK",
            Needed = true,
            Purpose = "builds and tests the project",
            Status = usable is null ? FindingStatus.Missing : FindingStatus.Ok,
            Detail = usable ?? (versions.Length == 0 ? "not found" : "only " + string.Join(", ", versions)),
            Advice = usable is null ? Install : null,
        };
    }
}
