using IqosDevice.Benchmarks.Native.Replay;

namespace IqosDevice.Benchmarks.Native;

/// <summary>
/// Time of the tick in .NET and in C. Both replay the recording in turn; of each stretch of ticks the median of all rounds
/// counts, so that what else the machine does in between weighs little.
/// </summary>
/// <param name="Comparison">What came out of both.</param>
/// <param name="Scenes">Time of each scene, with taking the inputs from the recording.</param>
/// <param name="AllocatedBytes">Managed memory that the ticks of a round took.</param>
internal sealed record NativeMeasurement(ReplayComparison Comparison, IReadOnlyList<SceneTime> Scenes, long AllocatedBytes)
{
    private const int Rounds = 15;

    // After that many the run-time compiler has replaced what is hot, also on a machine that has much else to do.
    private const int WarmUpTicks = 2_000_000;

    /// <summary>All scenes together.</summary>
    public SceneTime Whole => new(
        "all", Scenes.Sum(static scene => scene.Ticks), Scenes.Sum(static scene => scene.ManagedNs), Scenes.Sum(static scene => scene.NativeNs));

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

        return new NativeMeasurement(comparison, [.. ScenesOf(recording, managedRounds, nativeRounds)], managedRounds[^1].AllocatedBytes);
    }

    private static IEnumerable<SceneTime> ScenesOf(TickRecording recording, ReplayResult[] managed, ReplayResult[] native)
    {
        int first = 0;
        foreach ((string name, int ticks) in recording.Scenes)
        {
            int end = first + ticks;
            int[] stretches = [.. Enumerable.Range(0, recording.StretchStarts.Length)
                .Where(stretch => recording.StretchStarts[stretch] >= first && recording.StretchStarts[stretch] < end)];
            yield return new SceneTime(
                name, ticks, stretches.Sum(stretch => MedianNs(managed, stretch)), stretches.Sum(stretch => MedianNs(native, stretch)));
            first = end;
        }
    }

    private static double MedianNs(ReplayResult[] rounds, int stretch) =>
        rounds.Select(round => round.ElapsedNs[stretch]).Order().ElementAt(Rounds / 2);
}
