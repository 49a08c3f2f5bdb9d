namespace IqosDevice.Emulator.Identification;

/// <summary>The result of fitting the two-node structure to a run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Zones">A result for each of its heaters.</param>
/// <param name="Parameters">The numbers that were searched for.</param>
/// <param name="BoundRmsCelsius">
/// The worst heater's rms deviation in the second half where the same structure is fitted to the whole run, °C: what no
/// first half can be asked to better.
/// </param>
public sealed record IdentifiedPlant(
    MeasuredRun Run, IReadOnlyList<IdentifiedZone> Zones, IReadOnlyList<IdentifiedParameter> Parameters, double BoundRmsCelsius)
{
    /// <summary>The worst heater's rms deviation in the second half, °C.</summary>
    public double HeldOutRmsCelsius => Zones.Max(zone => zone.HeldOut.RmsCelsius);
}
