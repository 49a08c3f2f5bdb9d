namespace IqosDevice.Emulator.Plant;

/// <summary>
/// Open-circuit voltage and resistance of the default kind of cell (<see cref="CellChemistries.Generic"/>). The shapes are those of small cells with
/// a nickel-rich cathode; the height of the resistance is a parameter.
/// </summary>
internal static class CellCurves
{
    /// <summary>Open-circuit voltage at every 5 % of charge, empty first, volts.</summary>
    internal static readonly double[] OpenCircuitVolts =
    [
        3.000, 3.260, 3.400, 3.470, 3.520, 3.560, 3.595, 3.625, 3.650, 3.675, 3.705,
        3.745, 3.790, 3.835, 3.880, 3.925, 3.970, 4.020, 4.070, 4.125, 4.200,
    ];

    /// <summary>
    /// Factor on the resistance of 25 °C: 2.7 at -10 °C, falling gently above 25 °C. A polynomial in the cold,
    /// because the exponential of the textbooks differs in its last bit between platforms.
    /// </summary>
    public static double ResistanceFactorAt(double celsius)
    {
        if (celsius >= 25)
        {
            return Math.Max(0.7, 1 - (0.006 * (celsius - 25)));
        }

        double kelvinBelow = Math.Min(25 - celsius, 60);
        return 1 + (kelvinBelow * (0.02 + (kelvinBelow * 0.0008)));
    }
}
