namespace IqosDevice.Emulator.Plant;

/// <summary>
/// Every constant of the plant; nominal values unless set. None of them was measured on a real blade: they are
/// calculated or assumed, which is why each can be set and why claims about the firmware are made over ±30 %.
/// </summary>
public sealed record PlantParameters
{
    /// <summary>
    /// What the resistance gains for each share of the capacity that is lost: 1.43 times at 87 %, from the 1C discharges before and
    /// after the campaign of the Panasonic cell (see <see cref="CellChemistries.Panasonic"/>).
    /// </summary>
    private const double ResistanceGrowth = 3.3;

    /// <summary>State of charge at the start, 0..1.</summary>
    public double InitialStateOfCharge { get; init; } = 0.8;

    // Heater and stick: two nodes.

    /// <summary>Heat capacity of the heater, J/K (assumed).</summary>
    public double HeaterHeatCapacityJoulesPerKelvin { get; init; } = 0.075;

    /// <summary>Heat capacity of the stick, J/K (assumed).</summary>
    public double StickHeatCapacityJoulesPerKelvin { get; init; } = 0.40;

    /// <summary>Heater to stick, W/K (assumed).</summary>
    public double HeaterToStickWattsPerKelvin { get; init; } = 0.011;

    /// <summary>Stick to ambient, W/K (assumed).</summary>
    public double StickToAmbientWattsPerKelvin { get; init; } = 0.010;

    /// <summary>Heater to ambient past the stick (holder, leads), W/K (assumed).</summary>
    public double HeaterToAmbientWattsPerKelvin { get; init; } = 0.0015;

    /// <summary>What the heater loses to the air of the empty bore on top, with no stick in it, W/K (assumed).</summary>
    public double EmptyBoreWattsPerKelvin { get; init; } = 0.003;

    /// <summary>Heat that drives the water out of a fresh stick, joules (calculated).</summary>
    public double DryingJoules { get; init; } = 22;

    /// <summary>Stick temperature at which drying begins.</summary>
    public double DryingStartCelsius { get; init; } = 80;

    /// <summary>Stick temperature at which a stick dried slowly is dry.</summary>
    public double DryingEndCelsius { get; init; } = 130;

    /// <summary>Heat flow into drying per kelvin above the drying front, W/K (assumed; large keeps the stick at the front).</summary>
    public double DryingWattsPerKelvin { get; init; } = 0.5;

    // Puffs.

    /// <summary>Heat that a puff carries off, joules per ml: 19 J for 55 ml (calculated: air to 200 °C and 3 mg of water).</summary>
    public double PuffJoulesPerMillilitre { get; init; } = 19.0 / 55.0;

    /// <summary>Share of the puff's heat that comes off the heater itself, 0..1 (assumed); the rest comes off the stick.</summary>
    public double PuffHeaterShare { get; init; } = 0.15;

    /// <summary>Temperature above ambient from which on a puff carries its full heat; below, in proportion.</summary>
    public double PuffFullHeatKelvin { get; init; } = 60;

    // The heater's resistance: IEC 60751.

    /// <summary>Resistance at 0 °C, ohms (assumed; ±30 % between units).</summary>
    public double HeaterR0Ohms { get; init; } = 0.8;

    /// <summary>Linear coefficient, 1/K (IEC 60751).</summary>
    public double PlatinumA { get; init; } = 3.9083e-3;

    /// <summary>Quadratic coefficient, 1/K² (IEC 60751).</summary>
    public double PlatinumB { get; init; } = -5.775e-7;

    /// <summary>
    /// What the heater's resistance gains in an hour at 350 °C, as a share; in proportion to what it is above 200 °C,
    /// nothing below (assumed; 0 for a heater that does not age).
    /// </summary>
    public double HeaterAgeingPerHour { get; init; }

    /// <summary>What the resistance had gained before the start, as a share (assumed).</summary>
    public double InitialHeaterAgeing { get; init; }

    // The path of the current.

    public double LoadSwitchOhms { get; init; } = 0.015;

    public double TransistorOhms { get; init; } = 0.025;

    public double ShuntOhms { get; init; } = 0.010;

    // The cell.

    /// <summary>Kind of the cell; <see cref="With"/> also takes its slow part over.</summary>
    public CellChemistry Cell { get; init; } = CellChemistries.Generic;

    /// <summary>Capacity, ampere hours.</summary>
    public double CellAmpereHours { get; init; } = 0.250;

    /// <summary>Series resistance at 25 °C, ohms (assumed).</summary>
    public double CellOhms { get; init; } = 0.12;

    /// <summary>Resistance of the RC pair at 25 °C, ohms (assumed).</summary>
    public double CellPolarizationOhms { get; init; } = 0.03;

    /// <summary>Time constant of the RC pair.</summary>
    public double CellPolarizationSeconds { get; init; } = 20;

    /// <summary>Heat capacity of the cell, J/K (about 7 g).</summary>
    public double CellHeatCapacityJoulesPerKelvin { get; init; } = 7;

    /// <summary>Time constant of the cell's temperature towards ambient.</summary>
    public double CellCoolingSeconds { get; init; } = 900;

    // Sensors and surroundings.

    /// <summary>Lag of the thermocouple behind the heater.</summary>
    public double ThermocoupleLagSeconds { get; init; } = 0.1;

    /// <summary>Heat capacity of the circuit board and what sits on it, J/K (assumed).</summary>
    public double BoardHeatCapacityJoulesPerKelvin { get; init; } = 30;

    /// <summary>Time constant of the board's temperature towards ambient.</summary>
    public double BoardCoolingSeconds { get; init; } = 600;

    /// <summary>Share of heater and stick losses that warms the board on its way out, 0..1 (assumed).</summary>
    public double BoardHeatShare { get; init; } = 0.1;

    /// <summary>Resistance of a cell by that of a new one, at a capacity of this share of the new one's, 0.5..1.</summary>
    public static double ResistanceFactorAt(double health) => 1 + (ResistanceGrowth * (1 - health));

    /// <summary>The same unit with a cell of another kind, as large and as good at 25 °C and half charge.</summary>
    public PlantParameters With(CellChemistry cell) => this with
    {
        Cell = cell,
        CellPolarizationOhms = CellOhms * cell.PolarizationShare,
        CellPolarizationSeconds = cell.PolarizationSeconds,
    };

    /// <summary>The same unit with a cell that has aged to this share of its capacity, 0.5..1.</summary>
    public PlantParameters Aged(double health) => this with
    {
        CellAmpereHours = CellAmpereHours * health,
        CellOhms = CellOhms * ResistanceFactorAt(health),
        CellPolarizationOhms = CellPolarizationOhms * ResistanceFactorAt(health),
    };

    /// <summary>Resistance of load switch, transistor and shunt together, ohms.</summary>
    public double PathOhms => LoadSwitchOhms + TransistorOhms + ShuntOhms;

    /// <summary>Resistance of a new heater at a temperature, ohms (Callendar-Van Dusen, used below 0 °C too).</summary>
    public double HeaterOhmsAt(double celsius) =>
        HeaterR0Ohms * (1 + (celsius * (PlatinumA + (celsius * PlatinumB))));
}
