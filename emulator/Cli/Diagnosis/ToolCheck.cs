namespace IqosDevice.Cli.Diagnosis;

/// <summary>A program that helps and is not needed.</summary>
/// <param name="Name">Name of the finding.</param>
/// <param name="Programs">Names under which it is installed; the first one found counts.</param>
/// <param name="Question">Arguments that make it tell its version, with exit code 0; none for one that is not to be run.</param>
/// <param name="Purpose">What it is good for.</param>
/// <param name="AptPackage">Its package on Debian and its relatives; null where there is none.</param>
/// <param name="Install">What to do on other machines.</param>
internal sealed record ToolCheck(
    string Name, string[] Programs, string[] Question, string Purpose, string? AptPackage, string Install)
{
    /// <summary>Clients, and tools that the documentation speaks of.</summary>
    public static IReadOnlyList<ToolCheck> All { get; } =
    [
        new("tshark", ["tshark"], ["--version"], "reads the files of run --capture",
            "tshark", "install Wireshark, https://www.wireshark.org/download.html"),
        new("socat", ["socat"], ["-V"], "talks to the control channel from a shell",
            "socat", "install socat, http://www.dest-unreach.org/socat/"),
        new("bluetoothctl", ["bluetoothctl"], ["--version"], "Bluetooth client of Linux (BlueZ)",
            "bluez", "there is none outside Linux; use another client"),
        new("bleak", ["python3", "python"], ["-c", "import bleak, importlib.metadata as m; print('bleak', m.version('bleak'))"],
            "Bluetooth client for Python", "python3-bleak", "python3 -m pip install bleak"),
        new("chromium", ["chromium", "chromium-browser", "google-chrome", "chrome"], ["--version"], "Web Bluetooth",
            "chromium", "install Chromium or Chrome, https://www.google.com/chrome/"),
        new("node", ["node"], ["--version"], "Bluetooth clients for Node.js",
            "nodejs", "install Node.js, https://nodejs.org/"),

        // It looks for updates when it runs.
        new("nanoff", ["nanoff"], [], "flashes the firmware", null, "dotnet tool install -g nanoff"),
    ];

    public async Task<Finding> CheckAsync(IMachine machine, CancellationToken cancellation)
    {
        string? program = Programs.Select(machine.FindProgram).FirstOrDefault(path => path is not null);
        string? answer = program is null ? null
            : Question.Length == 0 ? program
            : FirstLine(await machine.AskAsync(program, Question, cancellation));
        return new Finding
        {
            Name = Name,
            Purpose = Purpose,
            Status = answer is null ? FindingStatus.Missing : FindingStatus.Ok,
            Detail = answer ?? (program is null ? "not found" : $"{program} does not answer as it should"),
            Advice = answer is not null ? null
                : AptPackage is not null && machine.FindProgram("apt-get") is not null ? $"apt install {AptPackage}" : Install,
        };
    }

    private static string? FirstLine(string? text) =>
        text?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0);
}
