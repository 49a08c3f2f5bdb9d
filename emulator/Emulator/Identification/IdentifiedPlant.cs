namespace IqosDevice.Emulator.Identification;

/// <summary>The result of fitting the two-node structure to a run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Zones">A result for each of its heaters.</param>
public sealed record IdentifiedPlant(MeasuredRun Run, IReadOnlyList<IdentifiedZone> Zones)
{
    /// <summary>The worst heater's rms deviation in the second half, °C.</summary>
    public double HeldOutRmsCelsius => Zones.Max(zone => zone.HeldOut.RmsCelsius);
}
