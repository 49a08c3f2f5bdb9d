namespace IqosDevice.Emulator.Hosting.Fleet;

/// <summary>A fleet at the end of one virtual minute.</summary>
/// <param name="Minute">Virtual minutes since the start.</param>
/// <param name="RealTimeFactor">Virtual over real time in this minute.</param>
/// <param name="LatenessP50Ms">How late a holder's turn came against the wall clock, median; null unless paced.</param>
/// <param name="LatenessP99Ms">The same, 99th percentile.</param>
/// <param name="Heating">Holders whose heater conducts at this moment.</param>
/// <param name="HeapBytes">Managed heap that is reachable.</param>
/// <param name="Violations">Broken invariants so far.</param>
public sealed record FleetMinute(
    int Minute, double RealTimeFactor, double? LatenessP50Ms, double? LatenessP99Ms, int Heating, long HeapBytes, int Violations);
