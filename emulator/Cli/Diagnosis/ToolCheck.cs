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
    /// <summary>How a client is started so that it meets a holder, after the variable that leads it to the bus; null for a tool.</summary>
    public string? Client { get; init; }

    /// <summary>Clients, and tools that the documentation speaks of.</summary>
    public static IReadOnlyList<ToolCheck> All { get; } =
    [
        new("tshark", ["tshark"], ["--version"], "reads the files of run --capture",
            "tshark", "install Wireshark, https://www.wireshark.org/download.html"),
        new("socat", ["socat"], ["-V"], "talks to the control channel from a shell",
            "socat", "install socat, http://www.dest-unreach.org/socat/"),
        new("bluetoothctl", ["bluetoothctl"], ["--version"], "Bluetooth client of Linux (BlueZ)",
            "bluez", "there is none outside Linux; use another client") { Client = "bluetoothctl" },
        new("bleak", ["python3", "python"], ["-c", "import bleak, importlib.metadata as m; print('bleak', m.version('bleak'))"],
            "Bluetooth client for Python", "python3-bleak", "python3 -m pip install bleak") { Client = "python3 YOUR_PROGRAM.py" },
        new("chromium", ["chromium", "chromium-browser", "google-chrome", "chrome"], ["--version"], "Web Bluetooth",
            "chromium", "install Chromium or Chrome, https://www.google.com/chrome/") { Client = "chromium --enable-features=WebBluetooth" },
        new("node", ["node"], ["--version"], "Bluetooth clients for Node.js",
            "nodejs", "install Node.js, https://nodejs.org/") { Client = "node YOUR_PROGRAM.js" },

        // It looks for updates when it runs.
        new("nanoff", ["nanoff"], [], "flashes the firmware", null, "dotnet tool install -g nanoff"),
    ];

    /// <summary>Looks for the program.</summary>
    /// <param name="machine">Where to look.</param>
    /// <param name="busVariable">Assignment that leads a client to the bus of a run; null where none is served.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<Finding> CheckAsync(IMachine machine, string? busVariable, CancellationToken cancellation)
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
            Detail = answer ?? (program is null ? "not found" : $"{program} fails when asked for it"),
            Use = answer is null || Client is null || busVariable is null ? null : $"{busVariable} {Client}",
            Advice = answer is not null ? null
                : AptPackage is not null && machine.FindProgram("apt-get") is not null ? $"apt install {AptPackage}" : Install,
        };
    }

    private static string? FirstLine(string? text) =>
        text?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0);
}
