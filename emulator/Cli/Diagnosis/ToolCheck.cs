namespace IqosDevice.Cli.Diagnosis;

/// <summary>A program that helps and is not needed.</summary>
/// <param name="Name">Name of the finding.</param>
/// <param name="Programs">Names under which it is installed; the first one that answers counts.</param>
/// <param name="Question">Arguments that make it tell its version, with exit code 0; none for one that is not to be run.</param>
/// <param name="Purpose">What it is good for.</param>
/// <param name="AptPackage">Its package on Debian and its relatives; null where there is none.</param>
/// <param name="Install">What to do on other machines.</param>
internal sealed record ToolCheck(
    string Name, string[] Programs, string[] Question, string Purpose, string? AptPackage, string Install)
{
    /// <summary>Arguments with which a client is started so that it meets a holder; null for what is no client.</summary>
    public string? ClientArguments { get; init; }

    /// <summary>Clients, and tools that the documentation speaks of.</summary>
    public static IReadOnlyList<ToolCheck> All { get; } =
    [
        new("tshark", ["tshark"], ["--version"], "reads the files of run --capture",
            "tshark", "install Wireshark, https://www.wireshark.org/download.html"),
        new("socat", ["socat"], ["-V"], "talks to the control channel from a shell",
            "socat", "install socat, http://www.dest-unreach.org/socat/"),
        new("bluetoothctl", ["bluetoothctl"], ["--version"], "Bluetooth client of Linux (BlueZ)",
            "bluez", "there is none outside Linux; use another client") { ClientArguments = string.Empty },

        // Debian's packages serve Debian's interpreter, which need not be the first in the path.
        new("bleak", ["python3", "python", "/usr/bin/python3"], ["-c", "import bleak, importlib.metadata as m; print('bleak', m.version('bleak'))"],
            "Bluetooth client for Python", "python3-bleak", "python3 -m pip install bleak") { ClientArguments = "YOUR_PROGRAM.py" },
        new("chromium", ["chromium", "chromium-browser", "google-chrome", "chrome"], ["--version"], "Web Bluetooth",
            "chromium", "install Chromium or Chrome, https://www.google.com/chrome/") { ClientArguments = "--enable-features=WebBluetooth" },
        new("node", ["node"], ["--version"], "Bluetooth clients for Node.js",
            "nodejs", "install Node.js, https://nodejs.org/") { ClientArguments = "YOUR_PROGRAM.js" },

        // It looks for updates when it runs.
        new("nanoff", ["nanoff"], [], "flashes the firmware", null, "dotnet tool install -g nanoff"),
    ];

    /// <summary>Looks for the program.</summary>
    /// <param name="machine">Where to look.</param>
    /// <param name="busVariable">Assignment that leads a client to the bus of a run; null where none is served.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<Finding> CheckAsync(IMachine machine, string? busVariable, CancellationToken cancellation)
    {
        string? mute = null;
        foreach (string name in Programs)
        {
            if (machine.FindProgram(name) is not { } program)
            {
                continue;
            }

            string? answer = Question.Length == 0 ? program : FirstLine(await machine.AskAsync(program, Question, cancellation));
            if (answer is not null)
            {
                return Found(name, answer, busVariable);
            }

            mute ??= program;
        }

        return Missing(machine, mute);
    }

    private static string? FirstLine(string? text) =>
        text?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0);

    private Finding Found(string name, string answer, string? busVariable) => new()
    {
        Name = Name,
        Purpose = Purpose,
        Status = FindingStatus.Ok,
        Detail = answer,
        Use = ClientArguments is null || busVariable is null ? null : $"{busVariable} {name} {ClientArguments}".TrimEnd(),
    };

    /// <param name="machine">Where it was looked for.</param>
    /// <param name="mute">What was found and did not answer.</param>
    private Finding Missing(IMachine machine, string? mute) => new()
    {
        Name = Name,
        Purpose = Purpose,
        Status = FindingStatus.Missing,
        Detail = mute is null ? "not found" : $"{mute} fails when asked for it",
        Advice = AptPackage is not null && machine.FindProgram("apt-get") is not null ? $"apt install {AptPackage}" : Install,
    };
}
