namespace IqosDevice.Emulator.Faults;

/// <summary>How bad a fault is: the one number that may be given with it.</summary>
/// <param name="Meaning">What it is, in a few words.</param>
/// <param name="Unit">Its unit; empty for a factor.</param>
/// <param name="Minimum">Least that is accepted.</param>
/// <param name="Maximum">Most that is accepted.</param>
/// <param name="Default">What it is when left out.</param>
public sealed record FaultAmount(string Meaning, string Unit, double Minimum, double Maximum, double Default);
