namespace IqosDevice.Emulator.Hosting.Fleet;

/// <summary>A broken invariant.</summary>
/// <param name="Holder">Number of the holder, for a replay of it alone.</param>
/// <param name="What">When, in which state, what.</param>
public sealed record FleetViolation(int Holder, string What);
