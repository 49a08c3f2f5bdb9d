namespace IqosDevice.Emulator.Plant;

/// <summary>What flows at one moment.</summary>
/// <param name="HeaterOnAmps">Through the heater while the transistor conducts; 0 with the load switch open.</param>
/// <param name="HeaterOhms">Resistance of the heater.</param>
/// <param name="CellAmps">Mean current of the cell; positive charges.</param>
/// <param name="CellVolts">Mean voltage at the cell's terminals.</param>
internal readonly record struct PlantCurrents(double HeaterOnAmps, double HeaterOhms, double CellAmps, double CellVolts);
