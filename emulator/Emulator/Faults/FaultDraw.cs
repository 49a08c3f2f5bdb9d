namespace IqosDevice.Emulator.Faults;

/// <summary>What one occurrence of a fault is made from.</summary>
/// <param name="Amount">How bad it is; 0 where that has no number.</param>
/// <param name="Seed">Seed of what is random in it.</param>
internal readonly record struct FaultDraw(double Amount, ulong Seed);
