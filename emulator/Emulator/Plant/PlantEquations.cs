namespace IqosDevice.Emulator.Plant;

/// <summary>
/// The differential equations of the plant. PWM at 20 kHz is far above every time constant, so the equations take
/// its averages: power duty·I²·R, cell current duty·I.
/// </summary>
internal sealed class PlantEquations
{
    // Ageing is told for 350 °C and begins at 200.
    private const double AgeingStartCelsius = 200;
    private const double AgeingSpanKelvin = 150;

    private readonly PlantParameters parameters;
    private readonly double pathOhms;
    private readonly double cellCoulombs;
    private readonly double heaterAgeingPerSecond;

    public PlantEquations(PlantParameters parameters)
    {
        this.parameters = parameters;
        pathOhms = parameters.PathOhms;
        cellCoulombs = parameters.CellAmpereHours * 3600;
        heaterAgeingPerSecond = parameters.HeaterAgeingPerHour / 3600;
    }

    // What acts from outside, constant during a step.

    public double Duty { get; set; }

    public bool LoadSwitchClosed { get; set; }

    public double ChargeAmps { get; set; }

    public bool StickInserted { get; set; }

    public double AmbientCelsius { get; set; } = 25;

    public PlantDamage Damage { get; set; } = new();

    /// <summary>Flow of the puff going on, ml/s; 0 without one.</summary>
    public double PuffMillilitresPerSecond { get; set; }

    /// <summary>Everything at ambient, the cell charged as the parameters say.</summary>
    public PlantState AtRest() => new()
    {
        HeaterCelsius = AmbientCelsius,
        StickCelsius = AmbientCelsius,
        ThermocoupleCelsius = AmbientCelsius,
        CellCelsius = AmbientCelsius,
        BoardCelsius = AmbientCelsius,
        StateOfCharge = Math.Clamp(parameters.InitialStateOfCharge, 0, 1),
        HeaterAgeing = parameters.InitialHeaterAgeing,
    };

    /// <summary>Resistance of the heater as it is now, ohms.</summary>
    private double HeaterOhms(in PlantState state) =>
        parameters.HeaterOhmsAt(state.HeaterCelsius) * (1 + state.HeaterAgeing) * Damage.HeaterResistanceFactor;

    /// <summary>What flows in a state.</summary>
    public void CurrentsOf(in PlantState state, out PlantCurrents currents)
    {
        double innerVolts = InnerVolts(state);
        double cellOhms = parameters.CellOhms * CellFactor(state);
        double heaterOhms = HeaterOhms(state);
        double onAmps = LoadSwitchClosed ? OnAmps(innerVolts, cellOhms, heaterOhms) : 0;
        double cellAmps = ChargeAmps - (Duty * onAmps);
        currents = new PlantCurrents(onAmps, heaterOhms, cellAmps, innerVolts + (cellOhms * cellAmps));
    }

    /// <summary>The derivative of a state.</summary>
    public void RateOf(in PlantState state, out PlantState rate)
    {
        double factor = CellFactor(state);
        double heaterOhms = HeaterOhms(state);
        double onAmps = LoadSwitchClosed ? OnAmps(InnerVolts(state), parameters.CellOhms * factor, heaterOhms) : 0;
        double cellAmps = ChargeAmps - (Duty * onAmps);
        rate = default;
        HeatRates(state, Duty * onAmps * onAmps * heaterOhms, ref rate);

        rate.StateOfCharge = cellAmps / cellCoulombs;
        rate.PolarizationVolts =
            ((-cellAmps * parameters.CellPolarizationOhms * factor) - state.PolarizationVolts) / parameters.CellPolarizationSeconds;

        // While it conducts the current is I, not duty·I: the cell warms by the mean of the square.
        double meanSquareAmps = (Duty * onAmps * onAmps) + (ChargeAmps * ChargeAmps);
        rate.CellCelsius = ((AmbientCelsius - state.CellCelsius) / parameters.CellCoolingSeconds)
            + (((meanSquareAmps * parameters.CellOhms * factor) + Damage.CellHeatWatts)
                / parameters.CellHeatCapacityJoulesPerKelvin);
    }

    private double OnAmps(double innerVolts, double cellOhms, double heaterOhms) =>
        (innerVolts + (cellOhms * ChargeAmps)) / (cellOhms + pathOhms + heaterOhms);

    private double CellFactor(in PlantState state) =>
        parameters.Cell.ResistanceFactorAt(state.CellCelsius, state.StateOfCharge) * Damage.CellResistanceFactor;

    private double InnerVolts(in PlantState state) =>
        parameters.Cell.OpenCircuitVoltsAt(state.StateOfCharge) - state.PolarizationVolts;

    private void HeatRates(in PlantState state, double heaterWatts, ref PlantState rate)
    {
        double heaterLossWatts = (parameters.HeaterToAmbientWattsPerKelvin + Damage.HeaterLossWattsPerKelvin)
            * (state.HeaterCelsius - AmbientCelsius);
        double toStickWatts = 0;
        double stickLossWatts = 0;
        double heaterPuffWatts;
        if (StickInserted)
        {
            double puffWatts = PuffWatts(state.StickCelsius);
            heaterPuffWatts = parameters.PuffHeaterShare * puffWatts;
            toStickWatts = parameters.HeaterToStickWattsPerKelvin * (state.HeaterCelsius - state.StickCelsius);
            stickLossWatts = parameters.StickToAmbientWattsPerKelvin * (state.StickCelsius - AmbientCelsius);
            double dryingWatts = DryingWatts(state);
            rate.DriedJoules = dryingWatts;
            rate.StickCelsius = (toStickWatts - stickLossWatts - (puffWatts - heaterPuffWatts) - dryingWatts)
                / parameters.StickHeatCapacityJoulesPerKelvin;
        }
        else
        {
            heaterLossWatts += parameters.EmptyBoreWattsPerKelvin * (state.HeaterCelsius - AmbientCelsius);
            heaterPuffWatts = parameters.PuffHeaterShare * PuffWatts(state.HeaterCelsius);
        }

        rate.HeaterCelsius = (heaterWatts - toStickWatts - heaterLossWatts - heaterPuffWatts)
            / parameters.HeaterHeatCapacityJoulesPerKelvin;
        rate.HeaterJoules = heaterWatts;
        double besideCouple = Damage.ThermocoupleOff ? state.BoardCelsius : state.HeaterCelsius;
        rate.ThermocoupleCelsius = (besideCouple - state.ThermocoupleCelsius) / parameters.ThermocoupleLagSeconds;
        rate.HeaterAgeing = heaterAgeingPerSecond
            * Math.Max(0, (state.HeaterCelsius - AgeingStartCelsius) / AgeingSpanKelvin);
        rate.BoardCelsius = ((AmbientCelsius - state.BoardCelsius) / parameters.BoardCoolingSeconds)
            + (((parameters.BoardHeatShare * (heaterLossWatts + stickLossWatts)) + Damage.BoardHeatWatts)
                / parameters.BoardHeatCapacityJoulesPerKelvin);
    }

    /// <summary>
    /// Heat that the puff takes, scaled down where what it cools is hardly above ambient: air cools nothing below itself.
    /// </summary>
    private double PuffWatts(double sourceCelsius)
    {
        double fullWatts = PuffMillilitresPerSecond * parameters.PuffJoulesPerMillilitre;
        return fullWatts * Math.Clamp((sourceCelsius - AmbientCelsius) / parameters.PuffFullHeatKelvin, 0, 1);
    }

    /// <summary>Drying follows a front that rises from the start to the end temperature as the water goes; it does not come back.</summary>
    private double DryingWatts(in PlantState state)
    {
        if (state.DriedJoules >= parameters.DryingJoules)
        {
            return 0;
        }

        double front = parameters.DryingStartCelsius
            + ((parameters.DryingEndCelsius - parameters.DryingStartCelsius) * state.DriedJoules / parameters.DryingJoules);
        return parameters.DryingWattsPerKelvin * Math.Max(0, state.StickCelsius - front);
    }
}
