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

    /// <summary>What the heater's resistance has gained by age, as a share.</summary>
    public double HeaterAgeing;

    /// <summary>Moves this state along a derivative.</summary>
    public void Move(in PlantState rate, double seconds)
    {
        HeaterCelsius += rate.HeaterCelsius * seconds;
        StickCelsius += rate.StickCelsius * seconds;
        DriedJoules += rate.DriedJoules * seconds;
        ThermocoupleCelsius += rate.ThermocoupleCelsius * seconds;
        StateOfCharge = Math.Clamp(StateOfCharge + (rate.StateOfCharge * seconds), 0, 1);
        PolarizationVolts += rate.PolarizationVolts * seconds;
        CellCelsius += rate.CellCelsius * seconds;
        BoardCelsius += rate.BoardCelsius * seconds;
        HeaterJoules += rate.HeaterJoules * seconds;
        HeaterAgeing += rate.HeaterAgeing * seconds;
    }

    /// <summary>Moves this state along two derivatives, each for its own time.</summary>
    public void Move(in PlantState first, double firstSeconds, in PlantState second, double secondSeconds)
    {
        HeaterCelsius += (first.HeaterCelsius * firstSeconds) + (second.HeaterCelsius * secondSeconds);
        StickCelsius += (first.StickCelsius * firstSeconds) + (second.StickCelsius * secondSeconds);
        DriedJoules += (first.DriedJoules * firstSeconds) + (second.DriedJoules * secondSeconds);
        ThermocoupleCelsius += (first.ThermocoupleCelsius * firstSeconds) + (second.ThermocoupleCelsius * secondSeconds);
        StateOfCharge = Math.Clamp(
            StateOfCharge + (first.StateOfCharge * firstSeconds) + (second.StateOfCharge * secondSeconds), 0, 1);
        PolarizationVolts += (first.PolarizationVolts * firstSeconds) + (second.PolarizationVolts * secondSeconds);
        CellCelsius += (first.CellCelsius * firstSeconds) + (second.CellCelsius * secondSeconds);
        BoardCelsius += (first.BoardCelsius * firstSeconds) + (second.BoardCelsius * secondSeconds);
        HeaterJoules += (first.HeaterJoules * firstSeconds) + (second.HeaterJoules * secondSeconds);
        HeaterAgeing += (first.HeaterAgeing * firstSeconds) + (second.HeaterAgeing * secondSeconds);
    }
}
