using IqosDevice.Cli.Dashboard;
using IqosDevice.Emulator.Endpoints.Transport;
using IqosDevice.Emulator.Holder;

namespace IqosDevice.Cli.Running;

/// <summary>What a run is asked for.</summary>
internal sealed record RunOptions
{
    public required HolderOptions Holder { get; init; }

    /// <summary>Multiple of real time; positive infinity for as fast as possible.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Where the pipe is served; null for a socket in the state folder.</summary>
    public PipeAddress? Pipe { get; init; }

    /// <summary>Where the control channel is served; null for a socket in the state folder.</summary>
    public PipeAddress? Control { get; init; }

    /// <summary>Where the dashboard is served; null for nowhere.</summary>
    public HttpAddress? Http { get; init; }

    /// <summary>Token of the dashboard; null for a new one.</summary>
    public string? HttpToken { get; init; }

    /// <summary>Where the system bus with BlueZ is served, a Unix socket; null for one in the state folder, on Linux.</summary>
    public PipeAddress? Bluez { get; init; }

    /// <summary>Holders in reach of the bus, each of another model; the first is the one that everything else is about.</summary>
    public int Holders { get; init; } = 1;

    /// <summary>Where the portal is served; null for nowhere.</summary>
    public string? Portal { get; init; }

    /// <summary>Folder of the state; null for the user's own.</summary>
    public string? StatePath { get; init; }

    /// <summary>File that takes the ATT traffic; null for none.</summary>
    public string? CapturePath { get; init; }

    /// <summary>File that takes everything that enters from outside, for a replay; null for none.</summary>
    public string? RecordPath { get; init; }

    /// <summary>Goes on with this recording from a time on, instead of starting a holder; null for a holder of its own.</summary>
    public ReplayStart? Replay { get; init; }

    /// <summary>Virtual time after which the run ends; null for no end.</summary>
    public TimeSpan? Duration { get; init; }
}
