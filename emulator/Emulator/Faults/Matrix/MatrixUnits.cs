using IqosDevice.Emulator.Holder;
using IqosDevice.Emulator.Holder.Sessions.Population;
using IqosDevice.Emulator.Plant;

namespace IqosDevice.Emulator.Faults.Matrix;

/// <summary>The three units of the matrix, each calibrated, with a well charged cell in a room of 25 °C.</summary>
internal static class MatrixUnits
{
    private const double Spread = 0.3;
    private const double StateOfCharge = 0.8;

    public static HolderOptions Of(MatrixPlant plant, ulong seed)
    {
        PlantParameters parameters = Scaled(plant switch
        {
            MatrixPlant.Smallest => 1 - Spread,
            MatrixPlant.Largest => 1 + Spread,
            _ => 1,
        });
        return new HolderOptions
        {
            Seed = seed,
            Plant = parameters,
            Flash = CalibrationImage.Flash((int)Math.Round(parameters.HeaterR0Ohms * 1e6)),
        };
    }

    /// <summary>Heat capacities, conductances and the heater's resistance by one factor; puffs cool the small one more.</summary>
    private static PlantParameters Scaled(double factor)
    {
        var nominal = new PlantParameters { InitialStateOfCharge = StateOfCharge };
        return nominal with
        {
            HeaterHeatCapacityJoulesPerKelvin = nominal.HeaterHeatCapacityJoulesPerKelvin * factor,
            StickHeatCapacityJoulesPerKelvin = nominal.StickHeatCapacityJoulesPerKelvin * factor,
            HeaterToStickWattsPerKelvin = nominal.HeaterToStickWattsPerKelvin * factor,
            StickToAmbientWattsPerKelvin = nominal.StickToAmbientWattsPerKelvin * factor,
            HeaterToAmbientWattsPerKelvin = nominal.HeaterToAmbientWattsPerKelvin * factor,
            EmptyBoreWattsPerKelvin = nominal.EmptyBoreWattsPerKelvin * factor,
            DryingJoules = nominal.DryingJoules * factor,
            HeaterR0Ohms = nominal.HeaterR0Ohms * factor,
            LoadSwitchOhms = nominal.LoadSwitchOhms * factor,
            TransistorOhms = nominal.TransistorOhms * factor,
            ThermocoupleLagSeconds = nominal.ThermocoupleLagSeconds * factor,
        };
    }
}
