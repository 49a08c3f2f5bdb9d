namespace IqosDevice.Emulator.Faults.Matrix;

/// <summary>Which end of the population a unit stands at.</summary>
public enum MatrixPlant
{
    /// <summary>Everything thermal and the heater's resistance at 0.7 of nominal: the quickest heater that is built.</summary>
    Smallest,

    Nominal,

    /// <summary>Everything thermal and the heater's resistance at 1.3 of nominal: the slowest.</summary>
    Largest,
}
