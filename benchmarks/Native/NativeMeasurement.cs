using IqosDevice.Benchmarks.Native.Replay;

namespace IqosDevice.Benchmarks.Native;

/// <summary>
/// Time of the tick in .NET and in C. Both replay the recording in turn; of each stretch of ticks the median of all rounds
/// counts, so that what else the machine does in between weighs little.
/// </summary>
/// <param name="Comparison">What came out of both.</param>
/// <param name="ManagedNsPerTick">Time of a tick in .NET, with taking its inputs from the recording.</param>
/// <param name="NativeNsPerTick">The same in C.</param>
/// <param name="AllocatedBytes">Managed memory that the ticks of a round took.</param>
internal sealed record NativeMeasurement(
    ReplayComparison Comparison, double ManagedNsPerTick, double NativeNsPerTick, long AllocatedBytes)
{
    /// <summary>Rounds that count.</summary>
    public const int Rounds = 15;

    // After that many the run-time compiler has replaced what is hot, also on a machine that has much else to do.
    private const int WarmUpTicks = 2_000_000;

    public double Ratio => ManagedNsPerTick / NativeNsPerTick;

    public static NativeMeasurement Of(TickRecording recording, ManagedReplay managed, NativeReplay native)
    {
        var comparison = ReplayComparison.Of(recording, managed.Run(), native.Run());
        for (int warm = 0; warm < WarmUpTicks; warm += recording.TickCount)
        {
            managed.Run();
        }

        var managedRounds = new ReplayResult[Rounds];
        var nativeRounds = new ReplayResult[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            managedRounds[round] = managed.Run();
            nativeRounds[round] = native.Run();
        }

        return new NativeMeasurement(
            comparison, MedianNs(managedRounds) / recording.TickCount, MedianNs(nativeRounds) / recording.TickCount, managedRounds[^1].AllocatedBytes);
    }

    private static double MedianNs(ReplayResult[] rounds) => Enumerable.Range(0, rounds[0].ElapsedNs.Length)
        .Sum(stretch => (double)rounds.Select(round => round.ElapsedNs[stretch]).Order().ElementAt(Rounds / 2));
}
