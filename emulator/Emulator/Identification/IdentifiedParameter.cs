namespace IqosDevice.Emulator.Identification;

/// <summary>One number that was searched for, and how well the first half and what is usual tell it.</summary>
/// <param name="Name">As in <see cref="ZoneParameters"/>; with the number of the heater where each has its own.</param>
/// <param name="Value">What was found.</param>
/// <param name="StandardError">One standard deviation, in the same unit.</param>
/// <param name="Lowest">Lowest value that is looked for.</param>
/// <param name="Highest">Highest value that is looked for.</param>
public sealed record IdentifiedParameter(string Name, double Value, double StandardError, double Lowest, double Highest)
{
    /// <summary>The search ended at a bound: the run asks for more than is believed.</summary>
    public bool IsAtBound => Value <= Lowest || Value >= Highest;
}
