namespace IqosDevice.Emulator.Plant;

/// <summary>The kinds of cell that the plant knows.</summary>
/// <remarks>
/// Resistances are those of a 1C pulse after 10 s; what a pulse leaves to come later is the RC pair. Open-circuit voltages
/// are those of the rested cell.
/// </remarks>
public static class CellChemistries
{
    /// <summary>The holder's own: a small cell with a nickel-rich cathode, as data sheets draw it.</summary>
    public static readonly CellChemistry Generic = new()
    {
        Name = "generic",
        Source = "curves of data sheets (assumed); 2.7 times the resistance at -10 °C",
        OpenCircuitVolts = CellCurves.OpenCircuitVolts,
        PolarizationShare = 0.25,
        PolarizationSeconds = 20,
    };

    /// <summary>Panasonic NCR18650PF: identified on HPPC pulses and rests at five temperatures.</summary>
    public static readonly CellChemistry Panasonic = new()
    {
        Name = "panasonic",
        Source = "Panasonic NCR18650PF, 1C pulses of the HPPC tests at 25, 10, 0, -10 and -20 °C, mean of 40 to 80 % of charge; "
            + "P. Kollmeyer, Mendeley Data, doi 10.17632/wykht8y7tg.1",
        OpenCircuitVolts =
        [
            3.020, 3.243, 3.342, 3.399, 3.448, 3.504, 3.545, 3.581, 3.613, 3.642, 3.675,
            3.718, 3.758, 3.809, 3.858, 3.902, 3.949, 4.004, 4.059, 4.115, 4.189,
        ],
        TemperatureFactors = [5.56, 3.39, 2.12, 1.41, 1],
        ChargeFactors = PanasonicChargeFactors,
        PolarizationShare = 0.47,
        PolarizationSeconds = 63,
    };

    /// <summary>LG INR18650HG2: voltages identified; temperature from US06 at 25 and -10 °C, charge as the Panasonic cell's.</summary>
    public static readonly CellChemistry Lg = new()
    {
        Name = "lg",
        Source = "LG INR18650HG2, mean of C/20 charge and discharge at 25 °C, US06 at 25 and -10 °C; between them, in the charge "
            + "and for the slow part the Panasonic cell's shape; P. Kollmeyer et al., Mendeley Data, doi 10.17632/cp3473x7xv.3",
        OpenCircuitVolts = LgOpenCircuitVolts,
        TemperatureFactors = [4.63, 2.90, 1.89, 1.33, 1],
        ChargeFactors = PanasonicChargeFactors,
        PolarizationShare = 0.47,
        PolarizationSeconds = 63,
    };

    /// <summary>Samsung INR21700: one pulse at 25 °C was measured; its voltages are the LG cell's, stretched to its full cell.</summary>
    public static readonly CellChemistry Samsung = new()
    {
        Name = "samsung",
        Source = "Samsung INR21700, 3 A pulse at full charge and 25 °C, PyBOP (BSD-3-Clause); voltages over charge and all of "
            + "temperature as the LG cell's (not measured)",
        OpenCircuitVolts = [.. LgOpenCircuitVolts.Select(static volts => LgEmptyVolts + ((volts - LgEmptyVolts) * SamsungStretch))],
        TemperatureFactors = [4.63, 2.90, 1.89, 1.33, 1],
        PolarizationShare = 0.14,
        PolarizationSeconds = 8,
    };

    private const double LgEmptyVolts = 2.879;
    private const double SamsungStretch = (4.186 - LgEmptyVolts) / (4.148 - LgEmptyVolts);

    /// <summary>All of them, the default first.</summary>
    public static IReadOnlyList<CellChemistry> All { get; } = [Generic, Panasonic, Lg, Samsung];

    private static double[] PanasonicChargeFactors => [4.36, 2.50, 1.14, 0.99, 0.94, 0.93, 1.04, 1.05, 1.05, 1.07, 1.21];

    private static double[] LgOpenCircuitVolts =>
    [
        2.879, 3.229, 3.354, 3.435, 3.495, 3.537, 3.590, 3.626, 3.654, 3.686, 3.725,
        3.770, 3.822, 3.877, 3.916, 3.957, 4.004, 4.050, 4.080, 4.101, 4.148,
    ];

    /// <summary>A kind by its name; null where there is none.</summary>
    public static CellChemistry? Find(string name) =>
        All.FirstOrDefault(cell => cell.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
