using IqosDevice.Emulator.Endpoints.Transport;

namespace IqosDevice.Cli.Running;

/// <summary>Where a run is reached when nothing else is asked for, and how to say it to a person.</summary>
internal static class RunAddresses
{
    // sun_path of Linux holds 108 bytes with its end.
    private const int LongestSocketPath = 107;

    /// <summary>The pipe: <c>holder.sock</c> in the state folder; on Windows a named pipe.</summary>
    public static PipeAddress DefaultPipe(string statePath, string modelSlug) => Default(statePath, modelSlug, "holder");

    /// <summary>The control channel: <c>control.sock</c> in the state folder; on Windows a named pipe.</summary>
    public static PipeAddress DefaultControl(string statePath, string modelSlug) => Default(statePath, modelSlug, "control");

    /// <summary>The bus with BlueZ: <c>bluez.sock</c> in the state folder; null where there are no clients for it.</summary>
    public static PipeAddress? DefaultBluez(string statePath, string modelSlug) =>
        OperatingSystem.IsLinux() ? Default(statePath, modelSlug, "bluez") : null;

    /// <summary>The line after which programs of a shell find the bus at a Unix socket.</summary>
    public static string BluezExport(string address) => "export " + BluezVariable(address);

    /// <summary>
    /// The assignment that leads a program to the bus at a Unix socket. In an address of D-Bus, what is no letter,
    /// digit or one of a few signs is escaped (D-Bus specification, "Server Addresses").
    /// </summary>
    public static string BluezVariable(string address)
    {
        IEnumerable<string> letters = from letter in System.Text.Encoding.UTF8.GetBytes(Path.GetFullPath(address[5..]))
                                      select char.IsAsciiLetterOrDigit((char)letter) || "-_/.*".Contains((char)letter)
                                          ? ((char)letter).ToString() : $"%{letter:x2}";
        return $"DBUS_SYSTEM_BUS_ADDRESS=unix:path={string.Concat(letters)}";
    }

    public static string FormatSpeed(double speed) => double.IsPositiveInfinity(speed) ? "as fast as possible" : $"{speed}";

    /// <summary>A command line that sends one request to the control channel.</summary>
    public static string ControlExample(string address)
    {
        string request = """echo '{"id":1,"verb":"help"}'""";
        string? target = address switch
        {
            _ when address.StartsWith("unix:", StringComparison.Ordinal) => $"UNIX-CONNECT:{address[5..]}",
            _ when address.StartsWith("tcp:", StringComparison.Ordinal) => $"TCP:{address[4..]}",
            _ => null,
        };
        return target is null ? $"Try: {request} on the control channel" : $"Try: {request} | socat -t 2 - {target}";
    }

    private static PipeAddress Default(string statePath, string modelSlug, string name)
    {
        if (OperatingSystem.IsWindows())
        {
            return PipeAddress.NamedPipe($"iqos-emulator-{modelSlug}-{name}");
        }

        string path = Path.Combine(statePath, name + ".sock");
        return System.Text.Encoding.UTF8.GetByteCount(path) <= LongestSocketPath
            ? PipeAddress.Unix(path)
            : throw new CliException(ExitCode.Unavailable, $"the path {path} is too long for a socket.",
                "--state DIR chooses a shorter one, --pipe, --control and --bluez other addresses.");
    }
}
