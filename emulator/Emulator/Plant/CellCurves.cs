namespace IqosDevice.Emulator.Plant;

/// <summary>
/// Open-circuit voltage and resistance of the holder's lithium-ion cell. The shapes are those of small cells with
/// a nickel-rich cathode; the height of the resistance is a parameter.
/// </summary>
internal static class CellCurves
{
    /// <summary>Open-circuit voltage at every 5 % of charge, empty first, volts.</summary>
    private static readonly double[] OpenCircuitVolts =
    [
        3.000, 3.260, 3.400, 3.470, 3.520, 3.560, 3.595, 3.625, 3.650, 3.675, 3.705,
        3.745, 3.790, 3.835, 3.880, 3.925, 3.970, 4.020, 4.070, 4.125, 4.200,
    ];

    /// <summary>Open-circuit voltage at a state of charge (0..1; outside it is held), volts.</summary>
    public static double OpenCircuitVoltsAt(double stateOfCharge)
    {
        double position = Math.Clamp(stateOfCharge, 0, 1) * (OpenCircuitVolts.Length - 1);
        int below = Math.Min((int)position, OpenCircuitVolts.Length - 2);
        double low = OpenCircuitVolts[below];
        return low + ((OpenCircuitVolts[below + 1] - low) * (position - below));
    }

    /// <summary>State of charge (0..1) at an open-circuit voltage; outside the curve its ends.</summary>
    public static double StateOfChargeAt(double openCircuitVolts)
    {
        int last = OpenCircuitVolts.Length - 1;
        if (openCircuitVolts <= OpenCircuitVolts[0])
        {
            return 0;
        }

        for (int above = 1; above <= last; above++)
        {
            if (openCircuitVolts < OpenCircuitVolts[above])
            {
                double low = OpenCircuitVolts[above - 1];
                return (above - 1 + ((openCircuitVolts - low) / (OpenCircuitVolts[above] - low))) / last;
            }
        }

        return 1;
    }

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
