using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace IqosDevice.Clients.Tests;

/// <summary>
/// A client that may be installed. A test that needs it is skipped, with its name, where it is not, and fails there where
/// IQOS_REQUIRED_TOOLS names it.
/// </summary>
/// <param name="Name">As in IQOS_REQUIRED_TOOLS.</param>
/// <param name="Program">Where it is, or the program that runs it.</param>
/// <param name="Probe">Arguments with which it ends well where it is there; none for one that knows no such.</param>
internal sealed record InstalledClient(string Name, string Program, params string[] Probe)
{
    // The folder of the sources: node looks for packages beside the scripts.
    private static readonly string Folder = SourceFolder();

    // Debian's packages serve Debian's interpreter, which need not be the first in the path.
    private static readonly string Python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    /// <summary>Where node finds the packages, for a program that lies elsewhere.</summary>
    public static string NodePackages => Path.Combine(Folder, "node_modules");

    public static InstalledClient Bluetoothctl { get; } = new("bluetoothctl", Find("bluetoothctl"), "--version");

    public static InstalledClient Bleak { get; } = new("bleak", Python, "-c", "import bleak");

    public static InstalledClient NodeBle { get; } = new("node-ble", Find("node"), "-e", $"require('{Folder}/node_modules/node-ble')");

    public static InstalledClient Noble { get; } =
        new("noble", Find("node"), "-e", $"process.env.NOBLE_BINDINGS = 'dbus'; require('{Folder}/node_modules/@stoprocent/noble'); require('{Folder}/node_modules/dbus-next'); process.exit()");

    /// <summary>GDBus, by way of Python.</summary>
    public static InstalledClient Gio { get; } = new("python3-gi", Python, "-c", "from gi.repository import Gio");

    /// <summary>libdbus, by way of Python.</summary>
    public static InstalledClient DBusPython { get; } = new("python3-dbus", Python, "-c", "import dbus.mainloop.glib");

    public static InstalledClient PyDBus { get; } = new("python3-pydbus", Python, "-c", "import pydbus");

    public static InstalledClient Busctl { get; } = new("busctl", Find("busctl"), "--version");

    public static InstalledClient Gdbus { get; } = new("gdbus", Find("gdbus"), "help");

    public static InstalledClient DBusSend { get; } = new("dbus-send", Find("dbus-send"));

    public static InstalledClient Chromium { get; } = new("chromium", Find("chromium"), "--version", "--no-sandbox");

    /// <summary>Path of a script or page of these tests.</summary>
    public static string ScriptPath(string name) => Path.Combine(Folder, "Scripts", name);

    /// <summary>Skips the test, or fails it, where the client is not there.</summary>
    public void Require()
    {
        bool isThere = IsThere();
        if (!isThere && (Environment.GetEnvironmentVariable("IQOS_REQUIRED_TOOLS") ?? string.Empty).Split(' ').Contains(Name))
        {
            Assert.Fail($"{Name} is required here and not installed.");
        }

        Assert.SkipUnless(isThere, $"{Name} is not installed.");
    }

    private bool IsThere()
    {
        if (Probe.Length == 0)
        {
            return File.Exists(Program);
        }

        try
        {
            using var process = Process.Start(new ProcessStartInfo(Program, Probe)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists) ?? program;

    private static string SourceFolder([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
}
