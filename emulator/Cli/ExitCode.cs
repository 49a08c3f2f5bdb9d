namespace IqosDevice.Cli;

/// <summary>Exit codes of <c>iqos-emulator</c>; scripts may rely on them.</summary>
public enum ExitCode
{
    /// <summary>Done as asked; a run that the user ended with Ctrl-C as well.</summary>
    Success = 0,

    /// <summary>The command worked and its finding is bad: a wrong frame, something needed that is missing.</summary>
    Failed = 1,

    /// <summary>The command line or an input file cannot be understood.</summary>
    Usage = 2,

    /// <summary>
    /// Something outside is in the way: an address in use, a state folder of another run, a file that cannot be written.
    /// </summary>
    Unavailable = 3,

    /// <summary>A defect of this program (EX_SOFTWARE of sysexits.h).</summary>
    Internal = 70,
}
