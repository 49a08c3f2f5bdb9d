namespace IqosDevice.Emulator.Board;

/// <summary>Voltages at the two inputs of a current monitor at one moment.</summary>
public readonly record struct MonitorSignal(double ShuntVolts, double BusVolts);
