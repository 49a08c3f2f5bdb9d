namespace IqosDevice.Benchmarks.Native.Replay;

/// <summary>What came out of a replay.</summary>
/// <param name="Outcomes">A row a tick: the outputs, as bits.</param>
/// <param name="End">All slots after the last tick.</param>
/// <param name="ElapsedNs">Time of each stretch of ticks between two changes.</param>
/// <param name="AllocatedBytes">Managed memory that the ticks alone took.</param>
internal sealed record ReplayResult(long[] Outcomes, long[] End, long[] ElapsedNs, long AllocatedBytes);
