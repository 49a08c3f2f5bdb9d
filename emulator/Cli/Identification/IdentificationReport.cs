using IqosDevice.Emulator.Identification;

namespace IqosDevice.Cli.Identification;

/// <summary>What an identification found, and what was asked of it.</summary>
/// <param name="File">Name of the file without its folder.</param>
/// <param name="Plant">What was found.</param>
/// <param name="LimitCelsius">Highest rms deviation allowed in the second half.</param>
internal sealed record IdentificationReport(string File, IdentifiedPlant Plant, double LimitCelsius)
{
    public bool Passes => Plant.HeldOutRmsCelsius <= LimitCelsius;

    /// <summary>Time at which the second half begins.</summary>
    public double SplitSeconds => Plant.Run.Seconds[Plant.Run.SplitRow];
}
