namespace IqosDevice.Emulator.Plant;

/// <summary>
/// What the plant integrates; also holds a derivative, each member per second. A struct, so that a step of the
/// integrator allocates nothing.
/// </summary>
internal struct PlantState
{
    public double HeaterCelsius;
    public double StickCelsius;

    /// <summary>Heat that the stick's drying has taken so far.</summary>
    public double DriedJoules;

    public double ThermocoupleCelsius;

    /// <summary>0..1.</summary>
    public double StateOfCharge;

    /// <summary>Voltage over the RC pair, positive after a discharge.</summary>
    public double PolarizationVolts;

    public double CellCelsius;
    public double BoardCelsius;
    public double HeaterJoules;

    /// <summary>This state moved along a derivative.</summary>
    public readonly PlantState Moved(in PlantState rate, double seconds) => new()
    {
        HeaterCelsius = HeaterCelsius + (rate.HeaterCelsius * seconds),
        StickCelsius = StickCelsius + (rate.StickCelsius * seconds),
        DriedJoules = DriedJoules + (rate.DriedJoules * seconds),
        ThermocoupleCelsius = ThermocoupleCelsius + (rate.ThermocoupleCelsius * seconds),
        StateOfCharge = Math.Clamp(StateOfCharge + (rate.StateOfCharge * seconds), 0, 1),
        PolarizationVolts = PolarizationVolts + (rate.PolarizationVolts * seconds),
        CellCelsius = CellCelsius + (rate.CellCelsius * seconds),
        BoardCelsius = BoardCelsius + (rate.BoardCelsius * seconds),
        HeaterJoules = HeaterJoules + (rate.HeaterJoules * seconds),
    };
}
